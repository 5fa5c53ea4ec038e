package org.bottega.webhooks.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;

/** Ids of marketplaces. */
@Service
public final class TenantNames implements Completer {

    @Reference
    Tenants tenants;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> ids = tenants.list().stream().map(Tenant::id).toList();
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
