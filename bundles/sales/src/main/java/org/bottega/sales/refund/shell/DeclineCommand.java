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
import org.bottega.sales.refund.RefundBulk;
import org.bottega.sales.shell.SalesCommand;

/** {@code sales:refund-decline}. */
@Service
@Command(
        scope = "sales",
        name = "refund-decline",
        description = "Declines refund requests",
        detailedDescription =
                """
                Declines each request, for the reason that its buyer is mailed. What is refused does not stop the rest; the
                exit status tells that something was.

                  sales:refund-decline --tenant acme --reason "The course was finished" 01JNB3W0000000000000000000""")
public final class DeclineCommand extends SalesCommand {

    @Option(name = "--reason", description = "For the buyers, 1 to 500 characters", required = true)
    String reason;

    @Argument(name = "requests", description = "Ids, at most 100", required = true, multiValued = true)
    @Completion(RequestNames.class)
    List<String> ids = new ArrayList<>();

    @Reference
    RefundBulk bulk;

    @Override
    protected void run() {
        Results.tell(bulk.decline("console-" + UUID.randomUUID(), ids, reason), this::say);
    }
}
