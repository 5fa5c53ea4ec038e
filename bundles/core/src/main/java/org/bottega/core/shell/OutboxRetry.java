package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.Problem;
import org.bottega.api.platform.Tenant;
import org.bottega.core.outbox.OutboxDesk;

/** {@code outbox:retry}. */
@Service
@Command(
        scope = "outbox",
        name = "retry",
        description = "Delivers failed events again, at once",
        detailedDescription =
                """
                Makes one failed delivery, or with --all every one of the marketplace, due now, parked ones too. What waits
                behind it, of the same thing and listener, follows once it succeeds.

                  outbox:retry --tenant acme 01JNB3W0000000000000000000
                  outbox:retry --tenant acme --all""")
public final class OutboxRetry extends TenantCommand {

    @Argument(name = "id", description = "Id of the delivery")
    @Completion(DeliveryCompleter.class)
    private String id;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--all", description = "All failed deliveries")
    private boolean all;

    @Reference
    private OutboxDesk desk;

    @Override
    protected void run(Tenant in) {
        if (all == (id != null)) {
            throw Problem.invalid("id-or-all", "id", "the id of a delivery, or --all");
        }
        if (all) {
            System.out.println(desk.retryAll() + " deliveries of " + in.id() + " are tried again.");
        } else {
            desk.retry(id);
            System.out.println("Delivery " + id + " of " + in.id() + " is tried again.");
        }
    }
}
