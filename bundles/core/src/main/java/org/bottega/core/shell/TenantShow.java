package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.Problem;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.api.platform.Clients;
import org.bottega.api.platform.Modules;
import org.bottega.api.platform.Modules.Status;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;

/** {@code tenant:show}. */
@Service
@Command(
        scope = "tenant",
        name = "show",
        description = "Shows a marketplace",
        detailedDescription =
                """
                Shows a marketplace: its settings, which modules it has on, its sellers, how many API clients it has.
                Changes nothing.

                  tenant:show acme""")
public final class TenantShow extends OperatorCommand {

    @Argument(name = "id", description = "Id of the marketplace", required = true)
    @Completion(TenantCompleter.class)
    private String id;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private Tenants tenants;

    @Reference
    private Sellers sellers;

    @Reference
    private Modules modules;

    @Reference
    private Clients clients;

    @Override
    protected String tenant() {
        return id;
    }

    @Override
    protected void run() {
        Tenant tenant = tenants.find(id).orElseThrow(() -> Problem.notFound("tenant", id));
        Map<String, Object> shape = new LinkedHashMap<>(Shapes.of(tenant));
        shape.put("suspendedFor", tenants.suspendedFor(id).orElse(null));
        shape.put(
                "modules",
                modules.list().stream().filter(Status::on).map(Status::id).toList());
        shape.put("sellers", sellers.list().stream().map(Seller::id).toList());
        shape.put(
                "clients",
                clients.list().stream()
                        .filter(client -> client.revokedAt() == null)
                        .count());
        if (json) {
            Output.json(shape);
        } else {
            Output.rows(shape.entrySet().stream().map(TenantShow::line).toList(), false, "");
        }
    }

    private static Map<String, Object> line(Map.Entry<String, Object> entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("what", entry.getKey());
        line.put("value", entry.getValue() instanceof List<?> list && list.isEmpty() ? "none" : entry.getValue());
        return line;
    }
}
