package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.platform.Roles;
import org.bottega.api.platform.Roles.Role;
import org.bottega.api.platform.Tenant;

/** {@code role:create}. */
@Service
@Command(
        scope = "role",
        name = "create",
        description = "Adds a role to a marketplace",
        detailedDescription =
                """
                Adds a set of permissions with a name, to be given to staff. The roles administrator and support are
                there already and follow the modules deployed.

                  role:create --tenant acme refunds --permission sales:read --permission sales:refund

                Exit status 1 when it exists already.""")
public final class RoleCreate extends TenantCommand {

    @Argument(name = "id", description = "2 to 30 lower-case letters, digits and hyphens", required = true)
    private String id;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--permission", description = "What it allows; give it several times", multiValued = true)
    @Completion(PermissionCompleter.class)
    private List<String> permissions = new ArrayList<>();

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private Roles roles;

    @Override
    protected void run(Tenant in) {
        Role role = roles.create(id, new HashSet<>(permissions));
        if (json) {
            Output.json(Shapes.of(role));
        } else {
            System.out.println("Role " + role.id() + " of " + in.id() + " is created.");
        }
    }
}
