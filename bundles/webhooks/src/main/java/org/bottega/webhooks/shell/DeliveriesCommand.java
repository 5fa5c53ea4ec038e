package org.bottega.webhooks.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.webhooks.Deliveries;
import org.bottega.webhooks.DeliveryState;
import org.bottega.webhooks.store.DeliveryRow;

/** {@code webhooks:deliveries}. */
@Service
@Command(
        scope = "webhooks",
        name = "deliveries",
        description = "Lists what was sent to an endpoint",
        detailedDescription =
                """
                Lists the newest deliveries of an endpoint, of the last 30 days.

                  webhooks:deliveries --tenant acme --state FAILED 01JNB3W0000000000000000000""")
public final class DeliveriesCommand extends WebhooksCommand {

    @Option(name = "--state", description = "Only PENDING, DELIVERED or FAILED")
    String state;

    @Option(name = "--limit", description = "At most so many, 1 to 500")
    String limit = "50";

    @Argument(name = "endpoint", description = "Id of the endpoint", required = true)
    String endpoint;

    @Reference
    Deliveries deliveries;

    @Override
    protected void run() {
        List<DeliveryRow> rows = deliveries
                .list(endpoint, state(), null, new PageRequest(limit(), null))
                .items();
        if (rows.isEmpty()) {
            say("There are no such deliveries.");
            return;
        }
        table(
                List.of("Delivery", "State", "Event", "At", "Attempts", "Next", "Last error"),
                rows.stream().map(DeliveriesCommand::row).toList());
    }

    private static List<Object> row(DeliveryRow d) {
        return Stream.of(d.id(), d.state(), d.eventType(), d.createdAt(), d.tries(), d.nextTryAt(), d.lastError())
                .map(WebhooksCommand::shown)
                .toList();
    }

    private DeliveryState state() {
        try {
            return state == null ? null : DeliveryState.valueOf(state.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("state-unknown", "state", "one of " + List.of(DeliveryState.values()));
        }
    }

    private int limit() {
        try {
            return Integer.parseInt(limit);
        } catch (NumberFormatException e) {
            throw Problem.invalid("limit-invalid", "limit", "a number is expected");
        }
    }
}
