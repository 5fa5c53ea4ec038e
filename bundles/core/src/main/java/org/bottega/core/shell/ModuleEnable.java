package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.platform.ModuleDesk;
import org.bottega.api.platform.ModuleDesk.Change;
import org.bottega.api.platform.Modules;
import org.bottega.api.platform.Tenant;

/** {@code module:enable}. */
@Service
@Command(
        scope = "module",
        name = "enable",
        description = "Switches a module on for a marketplace",
        detailedDescription =
                """
                Switches a module on for one marketplace: its operations answer, its listeners hear, its deadlines run. The
                module prepares its data first; if that fails, nothing is changed. Other marketplaces notice nothing. Doing
                it twice is fine.

                  module:enable --tenant acme sales --dry-run
                  module:enable --tenant acme sales

                Exit status 1 when the module is not deployed, or when modules that it requires are not on; all that is
                missing is named; or when the module could not prepare its data, with the cause.""")
public final class ModuleEnable extends TenantCommand {

    @Argument(name = "module", description = "Id of the module", required = true)
    @Completion(ModuleCompleter.class)
    private String module;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--dry-run", description = "Only show what would change")
    private boolean dryRun;

    @Option(name = "--json", description = "Print the plan of a dry run as JSON")
    private boolean json;

    @Reference
    private Modules modules;

    @Reference
    private ModuleDesk desk;

    @Override
    protected void run(Tenant in) {
        if (dryRun) {
            Plans.print(desk.plan(module, Change.ENABLE), json);
            return;
        }
        modules.enable(module);
        System.out.println("Module " + module + " is on for " + in.id() + ".");
    }
}
