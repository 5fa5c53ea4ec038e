package org.bottega.core.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.Sellers;
import org.bottega.api.platform.Tenant;

/** {@code seller:list}. */
@Service
@Command(
        scope = "seller",
        name = "list",
        description = "Lists the sellers of a marketplace",
        detailedDescription =
                """
                Lists the sellers of a marketplace, ordered by id. Changes nothing.

                  seller:list --tenant acme""")
public final class SellerList extends TenantCommand {

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private Sellers sellers;

    @Override
    protected void run(Tenant in) {
        Output.rows(
                sellers.list().stream().map(Shapes::of).toList(),
                json,
                in.id() + " has no seller yet: seller:create adds one.");
    }
}
