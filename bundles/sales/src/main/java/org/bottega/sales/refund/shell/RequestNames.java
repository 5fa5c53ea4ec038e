package org.bottega.sales.refund.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.PageRequest;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequestFilter;
import org.bottega.sales.refund.RefundRequestFilter.Sort;
import org.bottega.sales.refund.RefundRequestState;
import org.bottega.sales.refund.RefundRequests;

/** Ids of open refund requests of the marketplace that the line names, the most urgent. */
@Service
public final class RequestNames implements Completer {

    private static final RefundRequestFilter OPEN =
            new RefundRequestFilter(Set.of(RefundRequestState.OPEN), null, null, null, null, null, null, null);

    @Reference
    Callers callers;

    @Reference
    RefundRequests requests;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> words = Arrays.asList(line.getArguments());
        int option = Math.max(words.indexOf("--tenant"), words.indexOf("-t"));
        if (option < 0 || option + 1 >= words.size()) {
            return -1;
        }
        List<String> ids = callers.as(
                Caller.operator(words.get(option + 1), "console"),
                () -> requests.list(OPEN, Sort.DUE, new PageRequest(PageRequest.DEFAULT_LIMIT, null)).items().stream()
                        .map(RefundRequest::id)
                        .toList());
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
