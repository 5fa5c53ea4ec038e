package org.bottega.core.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Users;
import org.bottega.api.platform.Users.Filter;
import org.bottega.api.platform.Users.Kind;

/** {@code user:list}. */
@Service
@Command(
        scope = "user",
        name = "list",
        description = "Lists who can log in to a marketplace",
        detailedDescription =
                """
                Lists staff and buyers of a marketplace, the newest first. Changes nothing.

                  user:list --tenant acme
                  user:list --tenant acme --role administrator
                  user:list --tenant acme --email bea@example.com --json""")
public final class UserList extends TenantCommand {

    @Option(name = "--buyers", description = "Buyers only")
    private boolean buyers;

    @Option(name = "--email", description = "The whole address, whatever its case")
    private String email;

    @Option(name = "--role", description = "Staff with this role only")
    @Completion(RoleCompleter.class)
    private String role;

    @Option(name = "--seller", description = "Staff of this seller only")
    @Completion(SellerCompleter.class)
    private String seller;

    @Option(name = "--limit", description = "At most so many, 1 to 500")
    private String limit = Limit.DEFAULT;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private Users users;

    @Override
    protected void run(Tenant in) {
        Filter filter = new Filter(buyers ? Kind.BUYER : null, email, seller, role, null);
        Output.rows(
                users.list(filter, new PageRequest(Limit.of(limit), null)).items().stream()
                        .map(Shapes::of)
                        .toList(),
                json,
                in.id() + " has nobody like that: user:create adds somebody.");
    }
}
