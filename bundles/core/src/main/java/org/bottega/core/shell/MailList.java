package org.bottega.core.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.Problem;
import org.bottega.api.platform.Tenant;
import org.bottega.core.mail.MailDesk;
import org.bottega.core.mail.StoredMail;
import org.bottega.core.mail.StoredMail.State;

/** {@code mail:list}. */
@Service
@Command(
        scope = "mail",
        name = "list",
        description = "Lists the mails of a marketplace",
        detailedDescription =
                """
                Lists the mails of a marketplace, the newest first. QUEUED: to be sent, or sent again. SENT: the server has
                taken it. FAILED: given up. HELD: kept because no mail server is configured. Changes nothing.

                  mail:list --tenant acme
                  mail:list --tenant acme --state FAILED --limit 200""")
public final class MailList extends TenantCommand {

    @Option(name = "--state", description = "Only mails in this state: QUEUED, SENT, FAILED, HELD")
    @Completion(MailStateCompleter.class)
    private String state;

    @Option(name = "--limit", description = "Most mails shown, 1 to 500")
    private String limit = Limit.DEFAULT;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private MailDesk desk;

    /** Names of the states. */
    static List<String> states() {
        return Stream.of(State.values()).map(State::name).toList();
    }

    @Override
    protected void run(Tenant in) {
        int most = Limit.of(limit);
        Output.rows(
                desk.newest(wanted(), most).stream().map(MailList::shape).toList(), json, "There are no such mails.");
    }

    private State wanted() {
        if (state == null) {
            return null;
        }
        String name = state.toUpperCase(Locale.ROOT);
        if (!states().contains(name)) {
            throw Problem.invalid("state-unknown", "--state", "one of " + String.join(", ", states()));
        }
        return State.valueOf(name);
    }

    private static Map<String, Object> shape(StoredMail mail) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("id", mail.id());
        shape.put("createdAt", mail.progress().createdAt());
        shape.put("state", mail.state());
        shape.put("to", mail.content().to());
        shape.put("subject", mail.content().subject());
        shape.put("about", mail.about());
        shape.put("tries", mail.progress().tries());
        shape.put("error", mail.progress().error());
        return shape;
    }
}
