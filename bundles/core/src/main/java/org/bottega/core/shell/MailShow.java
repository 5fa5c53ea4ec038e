package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.platform.Tenant;
import org.bottega.core.mail.MailDesk;
import org.bottega.core.mail.StoredMail;

/** {@code mail:show}. */
@Service
@Command(
        scope = "mail",
        name = "show",
        description = "Shows one mail with its text",
        detailedDescription =
                """
                Shows one mail with its text, and what became of it. Changes nothing.

                  mail:show --tenant acme 01JNB3W0000000000000000000""")
public final class MailShow extends TenantCommand {

    @Argument(name = "id", description = "Id of the mail", required = true)
    @Completion(MailCompleter.class)
    private String id;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private MailDesk desk;

    @Override
    protected void run(Tenant in) {
        Map<String, Object> shape = shape(desk.find(id));
        if (json) {
            Output.json(shape);
            return;
        }
        Object text = shape.remove("text");
        shape.forEach((name, value) -> {
            if (value != null) {
                System.out.println(name + ": " + value);
            }
        });
        System.out.println();
        System.out.println(text);
    }

    private static Map<String, Object> shape(StoredMail mail) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("id", mail.id());
        shape.put("state", mail.state());
        shape.put("template", mail.content().template());
        shape.put("locale", mail.content().locale());
        shape.put("about", mail.about());
        shape.put("createdAt", mail.progress().createdAt());
        shape.put("sentAt", mail.progress().sentAt());
        shape.put("tries", mail.progress().tries());
        shape.put("next", mail.progress().dueAt());
        shape.put("error", mail.progress().error());
        shape.put("to", mail.content().to());
        shape.put("subject", mail.content().subject());
        shape.put("text", mail.content().text());
        return shape;
    }
}
