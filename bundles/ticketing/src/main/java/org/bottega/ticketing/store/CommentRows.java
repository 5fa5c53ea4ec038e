package org.bottega.ticketing.store;

import java.util.List;
import java.util.Optional;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.Comment;

/** What was written on tickets. Whoever asks has found the ticket first: a comment is reached by nothing else. */
public final class CommentRows extends Rows {

    private static final String SELECT =
            "select id, actor, author, made_at, body from ticketing_comment where tenant_id = ?";

    CommentRows(Store store) {
        super(store);
    }

    /** Adds one. */
    public void insert(String ticket, Comment comment) {
        update(
                "insert into ticketing_comment (tenant_id, id, ticket_id, actor, author, made_at, body)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                tenant(),
                comment.id(),
                ticket,
                comment.actor().name(),
                comment.author(),
                comment.at(),
                comment.body());
    }

    /** Those after this one, the oldest first. */
    public List<Comment> of(String ticket, String after, int most) {
        return query(
                SELECT + " and ticket_id = ? and id > ? order by id fetch first ? rows only",
                CommentRows::comment,
                tenant(),
                ticket,
                after,
                most);
    }

    /** One of a ticket. */
    public Optional<Comment> find(String ticket, String id) {
        return query(SELECT + " and ticket_id = ? and id = ?", CommentRows::comment, tenant(), ticket, id).stream()
                .findFirst();
    }

    /** The last one, if any. */
    public Optional<Comment> last(String ticket) {
        return query(
                        SELECT + " and ticket_id = ? order by id desc fetch first 1 rows only",
                        CommentRows::comment,
                        tenant(),
                        ticket)
                .stream()
                .findFirst();
    }

    /** Removes those of a ticket that never was. */
    public void remove(String ticket) {
        update("delete from ticketing_comment where tenant_id = ? and ticket_id = ?", tenant(), ticket);
    }

    /** Removes one that came with what was refused. */
    public void remove(String ticket, String id) {
        update("delete from ticketing_comment where tenant_id = ? and ticket_id = ? and id = ?", tenant(), ticket, id);
    }

    private static Comment comment(Row row) {
        return new Comment(row.string(1), Actor.valueOf(row.string(2)), row.string(3), row.instant(4), row.string(5));
    }
}
