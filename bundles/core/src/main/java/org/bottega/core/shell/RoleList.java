package org.bottega.core.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.Roles;
import org.bottega.api.platform.Tenant;

/** {@code role:list}. */
@Service
@Command(
        scope = "role",
        name = "list",
        description = "Lists the roles of a marketplace",
        detailedDescription =
                """
                Lists the roles of a marketplace with what they allow now, the built-in ones first. Changes nothing.

                  role:list --tenant acme""")
public final class RoleList extends TenantCommand {

    @Option(name = "--limit", description = "At most so many, 1 to 500")
    private String limit = Limit.DEFAULT;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private Roles roles;

    @Override
    protected void run(Tenant in) {
        PageRequest most = new PageRequest(Limit.of(limit), null);
        Output.rows(roles.list(most).items().stream().map(Shapes::of).toList(), json, "");
    }
}
