package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Users;

/** {@code user:enable}. */
@Service
@Command(
        scope = "user",
        name = "enable",
        description = "Lets somebody log in again",
        detailedDescription =
                """
                Lets somebody log in again who was disabled. Doing it twice is fine.

                  user:enable --tenant acme 01KA6Z3V8QW9R2T4Y6B8N0M1P3""")
public final class UserEnable extends TenantCommand {

    @Argument(name = "id", description = "Id of the user", required = true)
    @Completion(UserCompleter.class)
    private String id;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Reference
    private Users users;

    @Override
    protected void run(Tenant in) {
        users.enable(id);
        System.out.println("User " + id + " of " + in.id() + " is enabled.");
    }
}
