package org.bottega.sales.imports.shell;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;

/** Ids of the sellers of the marketplace that the line names. */
@Service
public final class SellerNames implements Completer {

    @Reference
    Callers callers;

    @Reference
    Sellers sellers;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> words = Arrays.asList(line.getArguments());
        int option = Math.max(words.indexOf("--tenant"), words.indexOf("-t"));
        if (option < 0 || option + 1 >= words.size()) {
            return -1;
        }
        List<String> ids = callers.as(
                Caller.operator(words.get(option + 1), "console"),
                () -> sellers.list().stream().map(Seller::id).toList());
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
