package org.bottega.webhooks.shell;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.Problem;
import org.bottega.webhooks.Deliveries;

/** {@code webhooks:replay}. */
@Service
@Command(
        scope = "webhooks",
        name = "replay",
        description = "Sends deliveries again",
        detailedDescription =
                """
                Sends one delivery again, by its id; or with --since, all that an endpoint did not take since then, by the
                id of the endpoint, at most a thousand at once.

                  webhooks:replay --tenant acme 01JNB3W0000000000000000000
                  webhooks:replay --tenant acme --since 2026-03-01T00:00:00Z 01JNB3W0000000000000000001""")
public final class ReplayCommand extends WebhooksCommand {

    @Option(name = "--since", description = "An instant such as 2026-03-01T00:00:00Z")
    String since;

    @Argument(name = "id", description = "Id of the delivery, or with --since of the endpoint", required = true)
    String id;

    @Reference
    Deliveries deliveries;

    @Override
    protected void run() {
        if (since == null) {
            deliveries.replay(id);
            say("Delivery " + id + " is sent again.");
        } else {
            Deliveries.Replayed replayed = deliveries.replaySince(id, instant());
            say(replayed.count() + " deliveries are sent again." + (replayed.more() ? " There are more." : ""));
        }
    }

    private Instant instant() {
        try {
            return Instant.parse(since);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("instant-invalid", "since", "an instant such as 2026-03-01T00:00:00Z is expected");
        }
    }
}
