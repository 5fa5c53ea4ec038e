package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.platform.Clients;
import org.bottega.api.platform.Clients.NewClient;
import org.bottega.api.platform.Modules;
import org.bottega.api.platform.Tenant;

/** {@code client:create}. */
@Service
@Command(
        scope = "client",
        name = "create",
        description = "Adds an API client to a marketplace",
        detailedDescription =
                """
                Adds an API client and prints its id and its secret. The secret is shown this once; only a hash of it is
                kept. With --seller the client reaches that seller's data only. Every call makes a new client.

                  client:create --tenant acme --label "Shop of Anna" --seller anna --permission sales:read
                  client:create --tenant acme --label "Back office" --permission all --json

                --permission all stands for every permission of the modules deployed now.""")
public final class ClientCreate extends TenantCommand {

    private static final String ALL = "all";

    @Option(name = "--label", description = "What it is for", required = true)
    private String label;

    @Option(name = "--seller", description = "The one seller it is confined to")
    @Completion(SellerCompleter.class)
    private String seller;

    @Option(
            name = "--permission",
            description = "What it may do; give it several times, or 'all'",
            required = true,
            multiValued = true)
    @Completion(PermissionCompleter.class)
    private List<String> permissions = new ArrayList<>();

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private Clients clients;

    @Reference
    private Modules modules;

    @Override
    protected void run(Tenant in) {
        Set<String> wanted = permissions.contains(ALL) ? modules.permissions() : new HashSet<>(permissions);
        NewClient made = clients.create(label, seller, wanted);
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("tenant", in.id());
        shape.putAll(Shapes.of(made.client()));
        shape.remove("revokedAt");
        shape.put("secret", made.secret());
        if (json) {
            Output.json(shape);
        } else {
            System.out.println("client_id     " + made.client().id());
            System.out.println("client_secret " + made.secret());
            System.out.println("The secret is not shown again.");
        }
    }
}
