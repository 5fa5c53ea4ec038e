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
import org.bottega.core.deadline.DeadlineDesk;

/** {@code deadline:retry}. */
@Service
@Command(
        scope = "deadline",
        name = "retry",
        description = "Tries deadlines again that were given up",
        detailedDescription =
                """
                Makes what deadline:list shows due now, one of it or with --all everything of the marketplace.

                  deadline:retry --tenant acme 01JNB3W0000000000000000000
                  deadline:retry --tenant acme --all
                  deadline:retry --tenant acme --all --work sales.ask-refunds""")
public final class DeadlineRetry extends TenantCommand {

    @Argument(name = "id", description = "Id that deadline:list shows")
    @Completion(DeadlineCompleter.class)
    private String id;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--all", description = "All that were given up")
    private boolean all;

    @Option(name = "--work", description = "Only what is due of this work")
    private String work;

    @Reference
    private DeadlineDesk desk;

    @Override
    protected void run(Tenant in) {
        if (all == (id != null)) {
            throw Problem.invalid("id-or-all", "id", "the id of a deadline, or --all");
        }
        if (all) {
            System.out.println(desk.retryAll(in.id(), work) + " deadlines of " + in.id() + " are tried again.");
        } else {
            desk.retry(in.id(), work, id);
            System.out.println("Deadline " + id + " of " + in.id() + " is tried again.");
        }
    }
}
