package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.platform.DataDesk;

/** {@code tenant:erase}. */
@Service
@Command(
        scope = "tenant",
        name = "erase",
        description = "Removes a marketplace and all it has, for good",
        detailedDescription =
                """
                Removes a marketplace and all its rows, of all modules, for good. It must be on hold for half a minute, and its
                id is said twice. After a crash, or when it was interrupted, the command is simply given again. A line in
                audit:operations stays.

                  tenant:suspend acme --reason "contract ended"
                  tenant:export acme /srv/acme.zip
                  tenant:erase acme --confirm acme

                Exit status 1 when it is not on hold, or not confirmed.""")
public final class TenantErase extends OperatorCommand {

    @Argument(name = "id", description = "Id of the marketplace", required = true)
    @Completion(TenantCompleter.class)
    private String id;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--confirm", description = "The id once more")
    @Completion(TenantCompleter.class)
    private String confirm;

    @Option(name = "--json", description = "Print the report as JSON")
    private boolean json;

    @Reference
    private DataDesk desk;

    @Override
    protected void run() {
        var report = desk.eraseTenant(id, confirm, told -> {
            if (!json) {
                System.out.println(told);
            }
        });
        if (json) {
            DataOutput.print(report, true);
        } else {
            System.out.println("Marketplace " + id + " is gone: " + report.rows() + " rows removed.");
        }
    }
}
