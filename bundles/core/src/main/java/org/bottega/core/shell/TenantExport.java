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
import org.bottega.api.platform.DataDesk.Report;

/** {@code tenant:export}. */
@Service
@Command(
        scope = "tenant",
        name = "export",
        description = "Writes all that a marketplace has into a zip",
        detailedDescription =
                """
                Writes all rows of a marketplace, of all modules, and the contents of its files into a new zip on the server's
                machine: tables/*.jsonl with a line of JSON for each row, contents/* and manifest.json with counts and
                checksums. Passwords and secrets are left out. It is all of one moment only while the marketplace is on hold.

                  tenant:export acme /srv/acme.zip

                Exit status 1 when there is no such marketplace, or such a file already.""")
public final class TenantExport extends OperatorCommand {

    @Argument(name = "id", description = "Id of the marketplace", required = true)
    @Completion(TenantCompleter.class)
    private String id;

    @Argument(index = 1, name = "file", description = "The zip, a path on the server's machine", required = true)
    private String file;

    @Argument(index = 2, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--json", description = "Print the report as JSON")
    private boolean json;

    @Reference
    private DataDesk desk;

    @Override
    protected void run() {
        Report report = DataOutput.file(
                file,
                out -> desk.exportTenant(id, out, told -> {
                    if (!json) {
                        System.out.println(told);
                    }
                }));
        if (json) {
            DataOutput.print(report, true);
        } else {
            System.out.println("Marketplace " + id + ": " + report.rows() + " rows in " + file + ".");
        }
    }
}
