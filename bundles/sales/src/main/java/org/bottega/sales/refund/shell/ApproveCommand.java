package org.bottega.sales.refund.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.Problem;
import org.bottega.sales.refund.RefundBulk;
import org.bottega.sales.shell.SalesCommand;

/** {@code sales:refund-approve}. */
@Service
@Command(
        scope = "sales",
        name = "refund-approve",
        description = "Approves refund requests: the money goes back",
        detailedDescription =
                """
                Gives back all that is left of each purchase, at once. PROCESSING means that the gateway has not decided
                yet. What is refused does not stop the rest; the exit status tells that something was.

                  sales:refund-approve --tenant acme --yes 01JNB3W0000000000000000000""")
public final class ApproveCommand extends SalesCommand {

    @Option(name = "--yes", description = "Do it")
    boolean yes;

    @Option(name = "--comment", description = "For the records and mails")
    String comment;

    @Argument(name = "requests", description = "Ids, at most 100", required = true, multiValued = true)
    @Completion(RequestNames.class)
    List<String> ids = new ArrayList<>();

    @Reference
    RefundBulk bulk;

    @Override
    protected void run() {
        if (!yes) {
            throw Problem.conflict("confirmation-missing", "Nothing is given back: say --yes before the ids to do it.");
        }
        Results.tell(bulk.approve("console-" + UUID.randomUUID(), ids, comment), this::say);
    }
}
