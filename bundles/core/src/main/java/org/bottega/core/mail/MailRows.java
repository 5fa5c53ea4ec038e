package org.bottega.core.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bottega.api.Ids;
import org.bottega.api.Mail;
import org.bottega.api.spi.MailTransport.Message;
import org.bottega.core.clock.Times;
import org.bottega.core.mail.StoredMail.State;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table {@code core_mail}. */
@Component(service = MailRows.class)
public final class MailRows extends Rows {

    /** A mail that this worker, and no other, is to send now. */
    record Claimed(Message message, int tries, Instant queuedAt) {}

    private static final String COLUMNS =
            """
            select id, to_address, subject, body, template, locale, about, state,
            tries, created_at, due_at, due_error, sent_at from core_mail where tenant_id = ?""";

    private final Ids ids;
    private final Times times;

    @Activate
    public MailRows(@Reference(target = "(unit=core)") Store store, @Reference Ids ids, @Reference Times times) {
        super(store);
        this.ids = ids;
        this.times = times;
    }

    String insert(Mail mail, MailTemplates.Rendered rendered, State state) {
        String id = ids.next();
        Instant now = times.of(tenant());
        Instant queued = times.real();
        update(
                "insert into core_mail (tenant_id, id, to_address, subject, body, template, locale, about, state,"
                        + " due_at, created_at, queued_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant(),
                id,
                mail.to(),
                rendered.subject(),
                rendered.text(),
                mail.template(),
                mail.locale().toLanguageTag(),
                mail.about(),
                state.name(),
                state == State.QUEUED ? queued : null,
                now,
                queued);
        return id;
    }

    /** Takes a queued mail that is due, until {@code until}; empty when another worker has it or it is not due. */
    Optional<Claimed> claim(String id, Instant until) {
        int claimed = update(
                "update core_mail set due_at = ?, tries = tries + 1"
                        + " where tenant_id = ? and id = ? and state = 'QUEUED' and due_at <= ?",
                until,
                tenant(),
                id,
                times.real());
        if (claimed == 0) {
            return Optional.empty();
        }
        return query(
                        "select to_address, subject, body, tries, queued_at from core_mail where tenant_id = ? and id = ?",
                        row -> new Claimed(
                                new Message(id, null, row.string(1), row.string(2), row.string(3)),
                                (int) row.number(4),
                                row.instant(5)),
                        tenant(),
                        id)
                .stream()
                .findFirst();
    }

    void sent(String id) {
        update(
                "update core_mail set state = 'SENT', due_at = null, due_error = null, sent_at = ?"
                        + " where tenant_id = ? and id = ? and state = 'QUEUED'",
                times.of(tenant()),
                tenant(),
                id);
    }

    /** Puts the mail into another state, or with a {@code dueAt} leaves it queued until then. */
    void unsent(String id, State state, Instant dueAt, String error) {
        update(
                "update core_mail set state = ?, due_at = ?, due_error = ?"
                        + " where tenant_id = ? and id = ? and state = 'QUEUED'",
                state.name(),
                dueAt,
                error,
                tenant(),
                id);
    }

    /** Queues one mail anew that was not sent, or with null all that are held, failed or parked. Returns how many. */
    int requeue(String id) {
        String set = "update core_mail set state = 'QUEUED', due_at = ?, queued_at = ?, tries = 0, due_attempts = 0,"
                + " due_error = null where tenant_id = ? and state <> 'SENT'";
        Instant now = times.real();
        return id == null
                ? update(set + " and due_at is null", now, now, tenant())
                : update(set + " and id = ?", now, now, tenant(), id);
    }

    Optional<StoredMail> find(String id) {
        return query(COLUMNS + " and id = ?", MailRows::mail, tenant(), id).stream()
                .findFirst();
    }

    /** The newest mails, of one state or, with null, of all. */
    public List<StoredMail> newest(State state, int limit) {
        String order = " order by created_at desc, id desc fetch first ? rows only";
        return state == null
                ? query(COLUMNS + order, MailRows::mail, tenant(), limit)
                : query(COLUMNS + " and state = ?" + order, MailRows::mail, tenant(), state.name(), limit);
    }

    private static StoredMail mail(Row row) {
        return new StoredMail(
                row.string(1),
                new StoredMail.Content(row.string(2), row.string(3), row.string(4), row.string(5), row.string(6)),
                row.string(7),
                State.valueOf(row.string(8)),
                new StoredMail.Progress(
                        (int) row.number(9), row.instant(10), row.instant(11), row.string(12), row.instant(13)));
    }
}
