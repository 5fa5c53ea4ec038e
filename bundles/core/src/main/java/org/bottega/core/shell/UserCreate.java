package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
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
import org.bottega.api.platform.Users.NewUser;
import org.bottega.api.platform.Users.User;
import org.bottega.core.base.Checks;

/** {@code user:create}. */
@Service
@Command(
        scope = "user",
        name = "create",
        description = "Adds a staff member or a buyer to a marketplace",
        detailedDescription =
                """
                Adds somebody who can log in, and mails a link for setting the password, good for three days. Staff have a
                role: administrator, support, or one that role:create made. With --seller they work for that seller only.

                  user:create --tenant acme sam@example.com --role administrator
                  user:create --tenant acme ann@example.com --role administrator --seller anna --name "Ann Rossi"
                  user:create --tenant acme bea@example.com --buyer

                Without a mail server configured, mail:list and mail:show have the link. Exit status 1 when somebody of that
                kind has the address already, unless --if-absent is given.""")
public final class UserCreate extends TenantCommand {

    @Argument(name = "email", description = "Address to log in with", required = true)
    private String email;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--role", description = "Role of a staff member")
    @Completion(RoleCompleter.class)
    private String role;

    @Option(name = "--seller", description = "The one seller a staff member works for")
    @Completion(SellerCompleter.class)
    private String seller;

    @Option(name = "--buyer", description = "A buyer, who has no role")
    private boolean buyer;

    @Option(name = "--name", description = "Name for people")
    private String name;

    @Option(name = "--locale", description = "Language of mails: en, it")
    private String locale;

    @Option(name = "--if-absent", description = "Do nothing when the address is there already")
    private boolean ifAbsent;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private Users users;

    @Override
    protected void run(Tenant in) {
        Kind kind = buyer ? Kind.BUYER : Kind.STAFF;
        Locale language = locale == null ? null : Checks.locale("locale", locale);
        List<User> there = ifAbsent
                ? users.list(new Filter(kind, email, null, null, null), new PageRequest(1, null))
                        .items()
                : List.of();
        User user =
                there.isEmpty() ? users.create(new NewUser(kind, email, name, seller, role, language)) : there.get(0);
        if (json) {
            Output.json(Shapes.of(user));
        } else {
            System.out.println(
                    "User " + user.id() + " of " + in.id() + (there.isEmpty() ? " is created." : " exists already."));
        }
    }
}
