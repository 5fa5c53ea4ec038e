package org.bottega.core.outbox;

import com.github.f4b6a3.ulid.Ulid;
import java.time.Instant;
import java.util.List;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the operator sees of a tenant's deliveries. All methods need an open unit of work. */
@Component(service = OutboxReport.class)
public final class OutboxReport extends Rows {

    /**
     * One listener's deliveries that are not made yet.
     *
     * @param failing those to be tried again
     * @param parked those that are tried no more
     * @param oldest when the oldest event of them happened
     */
    public record Waiting(String listener, long all, long failing, long parked, Instant oldest) {}

    /**
     * A delivery that has failed.
     *
     * @param dueAt when it is tried again, or null when it is parked
     * @param error of the last attempt
     */
    public record Failed(
            String id, String listener, String type, String aggregate, int attempts, Instant dueAt, String error) {}

    private static final String REVIVE =
            """
            update core_delivery set due_at = ?, due_attempts = 1, parked = false
            where tenant_id = ? and due_attempts > 0""";

    @Activate
    public OutboxReport(@Reference(target = "(unit=core)") Store store) {
        super(store);
    }

    /** By listener. */
    public List<Waiting> waiting() {
        return query(
                """
                select listener, count(*), sum(case when due_attempts > 0 and parked = false then 1 else 0 end),
                sum(case when parked = true then 1 else 0 end), min(event_id)
                from core_delivery where tenant_id = ? group by listener order by listener""",
                row -> new Waiting(
                        row.string(1),
                        row.number(2),
                        row.number(3),
                        row.number(4),
                        Ulid.from(row.string(5)).getInstant()),
                tenant());
    }

    /** Deliveries that have failed, the oldest first. */
    public List<Failed> failed(int limit) {
        return query(
                """
                select d.id, d.listener, e.event_type, d.aggregate, d.due_attempts, d.due_at, d.due_error
                from core_delivery d join core_event e on e.tenant_id = d.tenant_id and e.id = d.event_id
                where d.tenant_id = ? and d.due_attempts > 0 order by d.seq fetch first ? rows only""",
                row -> new Failed(
                        row.string(1),
                        row.string(2),
                        row.string(3),
                        row.string(4),
                        (int) row.number(5),
                        row.instant(6),
                        row.string(7)),
                tenant(),
                limit);
    }

    /**
     * Makes one failed delivery, or with null all, due at once. It keeps one attempt, by which its lane knows that others
     * wait behind it. Returns how many.
     */
    public int retry(String id) {
        return id == null
                ? update(REVIVE, OutboxRows.FRESH, tenant())
                : update(REVIVE + " and id = ?", OutboxRows.FRESH, tenant(), id);
    }
}
