package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.Problem;
import org.bottega.api.platform.ModuleDesk;
import org.bottega.api.platform.ModuleDesk.Change;
import org.bottega.api.platform.Tenant;

/** {@code module:purge}. */
@Service
@Command(
        scope = "module",
        name = "purge",
        description = "Removes all data that a module has of a marketplace",
        detailedDescription =
                """
                Removes for good all that a module has of one marketplace: its data, deliveries that wait for it, its settings.
                The module must be off. Without --yes it only shows what would be removed.

                  module:disable --tenant acme hello
                  module:purge --tenant acme hello
                  module:purge --tenant acme hello --yes

                Exit status 1 without --yes, while the module is on, or when it is not deployed.""")
public final class ModulePurge extends TenantCommand {

    @Argument(name = "module", description = "Id of the module", required = true)
    @Completion(ModuleCompleter.class)
    private String module;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--yes", description = "Do it")
    private boolean yes;

    @Reference
    private ModuleDesk desk;

    @Override
    protected void run(Tenant in) {
        if (!yes) {
            String plan = String.join("\n", Plans.lines(desk.plan(module, Change.PURGE)));
            throw Problem.conflict("confirmation-missing", plan + "\nNothing is done: say --yes to do it.");
        }
        desk.purge(module);
        System.out.println("Module " + module + " has nothing of " + in.id() + " any more.");
    }
}
