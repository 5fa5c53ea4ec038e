package org.bottega.sales.refund.shell;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.bottega.sales.refund.RefundRequestState;

/** States of refund requests. */
@Service
public final class StateNames implements Completer {

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names =
                Arrays.stream(RefundRequestState.values()).map(Enum::name).toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
