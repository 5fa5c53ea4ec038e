package org.bottega.core.mail;

import org.bottega.api.Mail;
import org.bottega.api.Mailer;
import org.bottega.core.base.Checks;
import org.bottega.core.deadline.Wake;
import org.bottega.core.mail.StoredMail.State;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes mails into the unit of work that they belong to. */
@Component
public final class MailOutbox implements Mailer {

    /** How addresses end that stand for somebody who was erased: nothing is sent to them. */
    public static final String NOBODY = "@erased.invalid";

    private final MailRows rows;
    private final MailTemplates templates;
    private final Transport transport;
    private final Wake wake;

    @Activate
    public MailOutbox(
            @Reference MailRows rows,
            @Reference MailTemplates templates,
            @Reference Transport transport,
            @Reference Wake wake) {
        this.rows = rows;
        this.templates = templates;
        this.transport = transport;
        this.wake = wake;
    }

    @Override
    public String send(Mail mail) {
        Checks.email("to", mail.to());
        MailTemplates.Rendered rendered = templates.render(mail);
        if (!transport.isConfigured() || mail.to().endsWith(NOBODY)) {
            return rows.insert(mail, rendered, State.HELD);
        }
        wake.afterCommit();
        return rows.insert(mail, rendered, State.QUEUED);
    }
}
