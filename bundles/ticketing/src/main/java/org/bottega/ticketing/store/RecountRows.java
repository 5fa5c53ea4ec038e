package org.bottega.ticketing.store;

import java.time.Instant;
import java.util.Optional;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** Deadlines that are to be computed anew. */
public final class RecountRows extends Rows {

    RecountRows(Store store) {
        super(store);
    }

    /** What is left to do. @param seller null: all @param after id of the last ticket that was looked at */
    public record Recount(String id, String seller, String why, String after) {}

    /** Begins one. */
    public void insert(Recount recount, Instant now) {
        update(
                "insert into ticketing_recount (tenant_id, id, seller, why, after_id, due_at) values (?, ?, ?, ?, ?, ?)",
                tenant(),
                recount.id(),
                recount.seller(),
                recount.why(),
                recount.after(),
                now);
    }

    /** One that is due, locked. */
    public Optional<Recount> lock(String id, Instant now) {
        int found = update(
                "update ticketing_recount set due_error = null where tenant_id = ? and id = ? and due_at <= ?",
                tenant(),
                id,
                now);
        return found == 0
                ? Optional.empty()
                : query(
                                "select id, seller, why, after_id from ticketing_recount where tenant_id = ? and id = ?",
                                row -> new Recount(row.string(1), row.string(2), row.string(3), row.string(4)),
                                tenant(),
                                id)
                        .stream()
                        .findFirst();
    }

    /** It goes on after this ticket, then. */
    public void goOn(String id, String after, Instant then) {
        update(
                "update ticketing_recount set after_id = ?, due_at = ? where tenant_id = ? and id = ?",
                after,
                then,
                tenant(),
                id);
    }

    /** It is done. */
    public void done(String id) {
        update("delete from ticketing_recount where tenant_id = ? and id = ?", tenant(), id);
    }
}
