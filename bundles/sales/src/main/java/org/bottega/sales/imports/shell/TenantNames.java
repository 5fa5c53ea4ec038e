package org.bottega.sales.imports.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;

/** Ids of the marketplaces. */
@Service
public final class TenantNames implements Completer {

    @Reference
    Callers callers;

    @Reference
    Tenants tenants;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> ids = callers.as(
                Caller.operator(null, "console"),
                () -> tenants.list().stream().map(Tenant::id).toList());
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
