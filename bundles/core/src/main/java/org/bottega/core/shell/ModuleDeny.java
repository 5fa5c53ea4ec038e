package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.platform.ModuleDesk;
import org.bottega.api.platform.Tenant;

/** {@code module:deny}. */
@Service
@Command(
        scope = "module",
        name = "deny",
        description = "Takes back that a marketplace may switch a module",
        detailedDescription =
                """
                Takes back what module:allow has given: only the operator switches this module for the marketplace. The module
                itself stays as it is, on or off. Doing it twice is fine.

                  module:deny --tenant acme hello""")
public final class ModuleDeny extends TenantCommand {

    @Argument(name = "module", description = "Id of the module", required = true)
    @Completion(ModuleCompleter.class)
    private String module;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Reference
    private ModuleDesk desk;

    @Override
    protected void run(Tenant in) {
        desk.deny(module);
        System.out.println("Only the operator may switch module " + module + " for " + in.id() + ".");
    }
}
