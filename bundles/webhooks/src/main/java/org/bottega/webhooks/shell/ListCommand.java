package org.bottega.webhooks.shell;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.PageRequest;
import org.bottega.webhooks.Endpoints;
import org.bottega.webhooks.store.EndpointRow;

/** {@code webhooks:list}. */
@Service
@Command(
        scope = "webhooks",
        name = "list",
        description = "Lists endpoints of webhooks",
        detailedDescription =
                """
                Lists where events are sent, the newest first: whether it is on, and since when every attempt has failed.

                  webhooks:list --tenant acme""")
public final class ListCommand extends WebhooksCommand {

    @Reference
    Endpoints endpoints;

    @Override
    protected void run() {
        List<EndpointRow> rows =
                endpoints.list(new PageRequest(PageRequest.MAX_LIMIT, null)).items();
        if (rows.isEmpty()) {
            say("There are no endpoints.");
            return;
        }
        table(
                List.of("Endpoint", "State", "Why", "Failing since", "Events", "Address"),
                rows.stream().map(ListCommand::row).toList());
    }

    private static List<Object> row(EndpointRow e) {
        return Stream.of(e.id(), e.state(), e.disabledWhy(), e.failingSince(), String.join(",", e.events()), e.url())
                .map(WebhooksCommand::shown)
                .toList();
    }
}
