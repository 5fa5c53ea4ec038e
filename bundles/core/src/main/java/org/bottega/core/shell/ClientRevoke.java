package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.platform.Clients;
import org.bottega.api.platform.Tenant;

/** {@code client:revoke}. */
@Service
@Command(
        scope = "client",
        name = "revoke",
        description = "Revokes an API client and its tokens",
        detailedDescription =
                """
                Revokes an API client and all its tokens: at once on this node, within a second on the others. It cannot be
                undone; add a new client instead. Doing it twice is fine.

                  client:revoke --tenant acme cl_4W8T1XK2M9QZ""")
public final class ClientRevoke extends TenantCommand {

    @Argument(name = "id", description = "Id of the client", required = true)
    @Completion(ClientCompleter.class)
    private String id;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Reference
    private Clients clients;

    @Override
    protected void run(Tenant in) {
        clients.revoke(id);
        System.out.println("Client " + id + " of " + in.id() + " is revoked.");
    }
}
