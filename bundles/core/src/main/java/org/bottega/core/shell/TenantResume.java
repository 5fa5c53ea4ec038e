package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.platform.Tenants;

/** {@code tenant:resume}. */
@Service
@Command(
        scope = "tenant",
        name = "resume",
        description = "Ends the hold of a marketplace",
        detailedDescription =
                """
                Ends the hold that tenant:suspend began: requests are answered again; deadlines, deliveries and mails that
                waited go on, those that fell due meanwhile at once. Doing it twice is fine.

                  tenant:resume acme""")
public final class TenantResume extends OperatorCommand {

    @Argument(name = "id", description = "Id of the marketplace", required = true)
    @Completion(TenantCompleter.class)
    private String id;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Reference
    private Tenants tenants;

    @Override
    protected void run() {
        tenants.resume(id);
        System.out.println("Marketplace " + id + " goes on.");
    }
}
