package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Problem;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;
import org.bottega.core.outbox.OutboxDesk;
import org.bottega.core.outbox.OutboxReport.Failed;
import org.bottega.core.outbox.OutboxReport.Waiting;

/** {@code outbox:list}. */
@Service
@Command(
        scope = "outbox",
        name = "list",
        description = "Shows events that are not delivered yet",
        detailedDescription =
                """
                Without --failed: how many events wait for each listener, of one marketplace or of all. Events wait while
                the listener's bundle is away or its module is off, and for a moment in between.
                With --failed: the deliveries that have failed, with the error of the last attempt; those without a next
                attempt are parked until outbox:retry. Changes nothing.

                  outbox:list
                  outbox:list --tenant acme --failed""")
public final class OutboxList extends OperatorCommand {

    @Option(name = "--tenant", aliases = "-t", description = "Id of the marketplace; all when not given")
    @Completion(TenantCompleter.class)
    private String tenant;

    @Option(name = "--failed", description = "The single deliveries that have failed")
    private boolean failed;

    @Option(name = "--limit", description = "Most failed deliveries shown per marketplace, 1 to 500")
    private String limit = Limit.DEFAULT;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private Tenants tenants;

    @Reference
    private OutboxDesk desk;

    @Reference
    private Callers everyone;

    @Override
    protected void run() {
        int most = Limit.of(limit);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String id : ids()) {
            rows.addAll(everyone.as(Caller.operator(id, "console"), () -> rows(id, most)));
        }
        Output.rows(rows, json, failed ? "No delivery has failed." : "Everything is delivered.");
    }

    private List<String> ids() {
        if (tenant == null) {
            return tenants.list().stream().map(Tenant::id).toList();
        }
        return List.of(tenants.find(tenant)
                .orElseThrow(() -> Problem.notFound("tenant", tenant))
                .id());
    }

    private List<Map<String, Object>> rows(String id, int most) {
        return failed
                ? desk.failed(most).stream().map(row -> shape(id, row)).toList()
                : desk.waiting().stream().map(row -> shape(id, row)).toList();
    }

    private static Map<String, Object> shape(String id, Waiting waiting) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("tenant", id);
        shape.put("listener", waiting.listener());
        shape.put("waiting", waiting.all());
        shape.put("failing", waiting.failing());
        shape.put("parked", waiting.parked());
        shape.put("oldest", waiting.oldest());
        return shape;
    }

    private static Map<String, Object> shape(String id, Failed failed) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("tenant", id);
        shape.put("id", failed.id());
        shape.put("listener", failed.listener());
        shape.put("event", failed.type());
        shape.put("aggregate", failed.aggregate());
        shape.put("attempts", failed.attempts());
        shape.put("next", failed.dueAt());
        shape.put("error", failed.error());
        return shape;
    }
}
