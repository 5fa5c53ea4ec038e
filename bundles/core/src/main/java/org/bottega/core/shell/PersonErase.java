package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.Problem;
import org.bottega.api.platform.DataDesk;
import org.bottega.api.platform.Tenant;

/** {@code person:erase}. */
@Service
@Command(
        scope = "person",
        name = "erase",
        description = "Erases what is known of a buyer",
        detailedDescription =
                """
                Erases all by which one buyer is known in a marketplace, in all modules: account, mails, names, addresses, tax
                ids, also in audit, events and files. Amounts, dates and transaction codes stay. It reads every row of the
                marketplace. What the report says of what is kept tells why. Again after a crash is fine.

                  person:erase --tenant acme nora@example.com --yes

                Exit status 1 without --yes, and for addresses of sellers and staff.""")
public final class PersonErase extends TenantCommand {

    @Argument(name = "email", description = "Address of the buyer", required = true)
    private String email;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--yes", description = "Do it")
    private boolean yes;

    @Option(name = "--json", description = "Print the report as JSON")
    private boolean json;

    @Reference
    private DataDesk desk;

    @Override
    protected void run(Tenant in) {
        if (!yes) {
            throw Problem.conflict("confirmation-missing", "nothing is done: say --yes to erase " + email);
        }
        DataOutput.print(desk.erasePerson(email), json);
    }
}
