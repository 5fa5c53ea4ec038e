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
import org.bottega.api.platform.Tenant;
import org.bottega.core.mail.MailDesk;

/** {@code mail:retry}. */
@Service
@Command(
        scope = "mail",
        name = "retry",
        description = "Queues mails anew that were not sent",
        detailedDescription =
                """
                Queues one mail, or with --all every one of the marketplace that is held or failed, to be sent now. A mail
                that was sent is not sent again.

                  mail:retry --tenant acme 01JNB3W0000000000000000000
                  mail:retry --tenant acme --all""")
public final class MailRetry extends TenantCommand {

    @Argument(name = "id", description = "Id of the mail")
    @Completion(MailCompleter.class)
    private String id;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--all", description = "All mails that are held or failed")
    private boolean all;

    @Reference
    private MailDesk desk;

    @Override
    protected void run(Tenant in) {
        if (all == (id != null)) {
            throw Problem.invalid("id-or-all", "id", "the id of a mail, or --all");
        }
        if (all) {
            System.out.println(desk.retryAll() + " mails of " + in.id() + " are queued.");
        } else {
            desk.retry(id);
            System.out.println("Mail " + id + " of " + in.id() + " is queued.");
        }
    }
}
