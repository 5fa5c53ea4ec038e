package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.platform.DataDesk;
import org.bottega.api.platform.Tenant;

/** {@code person:export}. */
@Service
@Command(
        scope = "person",
        name = "export",
        description = "Writes what is known of a buyer into a zip",
        detailedDescription =
                """
                Writes what a marketplace knows of one buyer, in all modules, into a new zip on the server's machine. Addresses
                of others are left out.

                  person:export --tenant acme nora@example.com /srv/nora.zip""")
public final class PersonExport extends TenantCommand {

    @Argument(name = "email", description = "Address of the buyer", required = true)
    private String email;

    @Argument(index = 1, name = "file", description = "The zip, a path on the server's machine", required = true)
    private String file;

    @Argument(index = 2, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--json", description = "Print the report as JSON")
    private boolean json;

    @Reference
    private DataDesk desk;

    @Override
    protected void run(Tenant in) {
        DataOutput.print(DataOutput.file(file, out -> desk.exportPerson(email, out)), json);
    }
}
