package org.bottega.core.shell;

import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.Problem;
import org.bottega.api.platform.Modules;
import org.bottega.api.platform.Modules.Status;
import org.bottega.api.platform.Tenants;

/** {@code module:list}. */
@Service
@Command(
        scope = "module",
        name = "list",
        description = "Lists the modules, and which a marketplace has on",
        detailedDescription =
                """
                Lists the modules that are deployed here, with what keeps them from running, if anything. With --tenant it
                also shows which ones that marketplace has on, and which its own administrators may switch (module:allow);
                one that is on but not deployed answers 503 until its bundle is back. "Requires" names what must be on
                before it. Changes nothing.

                  module:list
                  module:list --tenant acme""")
public final class ModuleList extends OperatorCommand {

    @Option(name = "--tenant", aliases = "-t", description = "Id of the marketplace")
    @Completion(TenantCompleter.class)
    private String tenant;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private Tenants tenants;

    @Reference
    private Modules modules;

    @Override
    protected String tenant() {
        return tenant;
    }

    @Override
    protected void run() {
        if (tenant != null && tenants.find(tenant).isEmpty()) {
            throw Problem.notFound("tenant", tenant);
        }
        Output.rows(modules.list().stream().map(this::shape).toList(), json, "No module is deployed.");
    }

    private Map<String, Object> shape(Status module) {
        Map<String, Object> shape = Shapes.of(module);
        if (tenant == null) {
            shape.remove("on");
            shape.remove("allowed");
        }
        return shape;
    }
}
