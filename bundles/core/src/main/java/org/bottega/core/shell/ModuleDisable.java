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

/** {@code module:disable}. */
@Service
@Command(
        scope = "module",
        name = "disable",
        description = "Switches a module off for a marketplace",
        detailedDescription =
                """
                Switches a module off for one marketplace. Its operations answer 404, its deadlines wait. Its data stays and
                is there again when it is switched on. Doing it twice is fine.

                  module:disable --tenant acme hello --dry-run
                  module:disable --tenant acme hello

                Exit status 1 while another module that is on requires it; that one is named.""")
public final class ModuleDisable extends TenantCommand {

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
            Plans.print(desk.plan(module, Change.DISABLE), json);
            return;
        }
        modules.disable(module);
        System.out.println("Module " + module + " is off for " + in.id() + ".");
    }
}
