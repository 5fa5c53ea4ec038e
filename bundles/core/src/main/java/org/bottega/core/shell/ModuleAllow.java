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

/** {@code module:allow}. */
@Service
@Command(
        scope = "module",
        name = "allow",
        description = "Lets a marketplace switch a module by itself",
        detailedDescription =
                """
                Lets the marketplace's own administrators (permission core:modules) switch this module on and off by REST. Without
                it only the operator does. The module itself stays as it is. Doing it twice is fine; module:deny takes it back.

                  module:allow --tenant acme hello""")
public final class ModuleAllow extends TenantCommand {

    @Argument(name = "module", description = "Id of the module", required = true)
    @Completion(ModuleCompleter.class)
    private String module;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Reference
    private ModuleDesk desk;

    @Override
    protected void run(Tenant in) {
        desk.allow(module);
        System.out.println("Administrators of " + in.id() + " may switch module " + module + ".");
    }
}
