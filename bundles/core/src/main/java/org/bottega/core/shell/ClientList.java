package org.bottega.core.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.platform.Clients;
import org.bottega.api.platform.Tenant;

/** {@code client:list}. */
@Service
@Command(
        scope = "client",
        name = "list",
        description = "Lists the API clients of a marketplace",
        detailedDescription =
                """
                Lists the API clients of a marketplace, the newest first, revoked ones too. Secrets are not kept and not
                shown. Changes nothing.

                  client:list --tenant acme""")
public final class ClientList extends TenantCommand {

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private Clients clients;

    @Override
    protected void run(Tenant in) {
        Output.rows(
                clients.list().stream().map(Shapes::of).toList(),
                json,
                in.id() + " has no API client yet: client:create adds one.");
    }
}
