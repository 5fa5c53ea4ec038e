package org.bottega.core.retention;

import com.github.f4b6a3.ulid.Ulid;
import java.time.Instant;
import java.util.List;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/**
 * Rows of the current tenant that have done their work. How old they are their ids tell, in real time, by the primary key.
 * Each method removes the oldest, no more than {@code most}, and returns how many; both need an open unit of work.
 */
final class OldRows extends Rows {

    OldRows(Store store) {
        super(store);
    }

    /** Events from before {@code before} of which nothing waits to be delivered. */
    int removeEvents(Instant before, int most) {
        return remove(
                "core_event",
                query(
                        """
                        select e.id from core_event e where e.tenant_id = ? and e.id < ?
                        and not exists (select 1 from core_delivery d
                            where d.tenant_id = e.tenant_id and d.event_id = e.id)
                        order by e.id fetch first ? rows only""",
                        row -> row.string(1),
                        tenant(),
                        first(before),
                        most));
    }

    /** Mails that were sent, and were queued before {@code before}. */
    int removeMails(Instant before, int most) {
        return remove(
                "core_mail",
                query(
                        """
                        select id from core_mail where tenant_id = ? and id < ? and state = 'SENT' and queued_at < ?
                        order by id fetch first ? rows only""",
                        row -> row.string(1),
                        tenant(),
                        first(before),
                        before,
                        most));
    }

    private int remove(String table, List<String> ids) {
        if (!ids.isEmpty()) {
            batch(
                    "delete from " + table + " where tenant_id = ? and id = ?",
                    ids.stream().map(id -> new Object[] {tenant(), id}).toList());
        }
        return ids.size();
    }

    /** Less than every id that was made then. */
    private static String first(Instant at) {
        return Ulid.min(at.toEpochMilli()).toString();
    }
}
