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

/** {@code user:disable}. */
@Service
@Command(
        scope = "user",
        name = "disable",
        description = "Keeps somebody from logging in",
        detailedDescription =
                """
                Keeps somebody from logging in and ends all sessions: at once on this node, within a second on the others.
                user:enable undoes it. Doing it twice is fine.

                  user:disable --tenant acme 01KA6Z3V8QW9R2T4Y6B8N0M1P3""")
public final class UserDisable extends TenantCommand {

    @Argument(name = "id", description = "Id of the user", required = true)
    @Completion(UserCompleter.class)
    private String id;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Reference
    private Users users;

    @Override
    protected void run(Tenant in) {
        users.disable(id);
        System.out.println("User " + id + " of " + in.id() + " is disabled.");
    }
}
