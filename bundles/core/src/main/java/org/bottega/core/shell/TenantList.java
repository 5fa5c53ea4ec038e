package org.bottega.core.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.platform.Tenants;

/** {@code tenant:list}. */
@Service
@Command(
        scope = "tenant",
        name = "list",
        description = "Lists the marketplaces",
        detailedDescription = "Lists all marketplaces of this platform, ordered by id. Changes nothing.")
public final class TenantList extends OperatorCommand {

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private Tenants tenants;

    @Override
    protected void run() {
        Output.rows(
                tenants.list().stream().map(Shapes::of).toList(),
                json,
                "There is no marketplace yet: tenant:create adds one.");
    }
}
