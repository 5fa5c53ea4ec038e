package org.bottega.core.shell;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.bottega.api.Caller;
import org.bottega.api.Callers;

/** Base of completers that offer names. */
public abstract class Names implements Completer {

    private static final Set<String> TENANT = Set.of("--tenant", "-t");

    @Reference
    private Callers callers;

    /** What can be written here. */
    protected abstract Collection<String> names(CommandLine line);

    @Override
    public final int complete(Session session, CommandLine line, List<String> candidates) {
        return new StringsCompleter(names(line)).complete(session, line, candidates);
    }

    /** Asks for names as the operator, on the platform itself. */
    protected final Collection<String> asOperator(Supplier<Collection<String>> ask) {
        return callers.as(Caller.operator(null, "console"), ask::get);
    }

    /** Asks for names inside the marketplace that the line names, if it does. */
    protected final Collection<String> inTenant(CommandLine line, Supplier<Collection<String>> ask) {
        return tenant(line.getArguments())
                .map(tenant -> callers.as(Caller.operator(tenant, "console"), ask::get))
                .orElse(List.of());
    }

    private static Optional<String> tenant(String... arguments) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (TENANT.contains(arguments[i])) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }
}
