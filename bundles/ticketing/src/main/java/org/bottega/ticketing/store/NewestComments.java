package org.bottega.ticketing.store;

import java.util.List;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.Comment;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The newest of what was written on a ticket, for mails and pages. Whoever asks has found the ticket first. */
@Component(service = NewestComments.class)
public final class NewestComments extends Rows {

    @Activate
    public NewestComments(@Reference(target = "(unit=ticketing)") Store store) {
        super(store);
    }

    /** The newest so many, the newest first. */
    public List<Comment> of(String ticket, int most) {
        return query(
                "select id, actor, author, made_at, body from ticketing_comment where tenant_id = ? and ticket_id = ?"
                        + " order by id desc fetch first ? rows only",
                NewestComments::comment,
                tenant(),
                ticket,
                most);
    }

    /** How many there are in all. */
    public long count(String ticket) {
        return query(
                        "select count(*) from ticketing_comment where tenant_id = ? and ticket_id = ?",
                        row -> row.number(1),
                        tenant(),
                        ticket)
                .get(0);
    }

    private static Comment comment(Row row) {
        return new Comment(row.string(1), Actor.valueOf(row.string(2)), row.string(3), row.instant(4), row.string(5));
    }
}
