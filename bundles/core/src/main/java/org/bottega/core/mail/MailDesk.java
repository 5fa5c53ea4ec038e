package org.bottega.core.mail;

import java.util.List;
import java.util.Map;
import org.bottega.api.Audit;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.bottega.core.deadline.Wake;
import org.bottega.core.mail.StoredMail.State;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The operator's hand on the mails of the current caller's tenant. */
@Component(service = MailDesk.class)
public final class MailDesk {

    private final MailRows rows;
    private final Transport transport;
    private final Wake wake;
    private final UnitOfWork unit;
    private final Audit audit;

    @Activate
    public MailDesk(
            @Reference MailRows rows,
            @Reference Transport transport,
            @Reference Wake wake,
            @Reference UnitOfWork unit,
            @Reference Audit audit) {
        this.rows = rows;
        this.transport = transport;
        this.wake = wake;
        this.unit = unit;
        this.audit = audit;
    }

    /** The newest mails, of one state or, with null, of all. */
    public List<StoredMail> newest(State state, int limit) {
        return unit.call(() -> rows.newest(state, limit));
    }

    /** One mail, or 404 {@code mail-not-found}. */
    public StoredMail find(String id) {
        return unit.call(() -> rows.find(id)).orElseThrow(() -> Problem.notFound("mail", id));
    }

    /** Queues one mail anew; a mail that was sent is refused (409 {@code mail-sent}). */
    public void retry(String id) {
        unit.run(() -> {
            checkConfigured();
            if (find(id).state() == State.SENT || rows.requeue(id) == 0) {
                throw Problem.conflict("mail-sent", "mail " + id + " has been sent");
            }
            retried(id, 1);
        });
    }

    /** Queues all mails anew that are held, failed or given up. Returns how many. */
    public int retryAll() {
        return unit.call(() -> {
            checkConfigured();
            int count = rows.requeue(null);
            if (count > 0) {
                retried("*", count);
            }
            return count;
        });
    }

    private void checkConfigured() {
        if (!transport.isConfigured()) {
            throw Problem.conflict(
                    "mail-not-configured", "no mail server is configured (etc/org.bottega.core.mail.cfg)");
        }
    }

    private void retried(String subject, int count) {
        audit.record("mail.retry", subject, Map.of("count", count));
        wake.afterCommit();
    }
}
