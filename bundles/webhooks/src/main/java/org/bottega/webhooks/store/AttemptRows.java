package org.bottega.webhooks.store;

import java.time.Instant;
import java.util.List;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Attempts at deliveries. All methods need an open unit of work. */
@Component(service = AttemptRows.class)
public final class AttemptRows extends Rows {

    private static final int MOST = 100;

    @Activate
    public AttemptRows(@Reference(target = "(unit=webhooks)") Store store) {
        super(store);
    }

    /**
     * One attempt.
     *
     * @param millis how long it took
     * @param status of the answer, or null when there was none
     * @param error why it failed, or null
     * @param answer how the answer's body begins, or null
     */
    public record Attempt(String id, Instant begun, int millis, Integer status, String error, String answer) {}

    /** Adds one. */
    public void insert(String delivery, Attempt attempt) {
        update(
                "insert into webhooks_attempt (tenant_id, id, delivery_id, begun_at, millis, status, error, answer)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                tenant(),
                attempt.id(),
                delivery,
                attempt.begun(),
                attempt.millis(),
                attempt.status(),
                attempt.error(),
                attempt.answer());
    }

    /** The first hundred of a delivery, the oldest first. */
    public List<Attempt> of(String delivery) {
        return query(
                "select id, begun_at, millis, coalesce(status, 0), error, answer from webhooks_attempt"
                        + " where tenant_id = ? and delivery_id = ? order by id fetch first ? rows only",
                row -> new Attempt(
                        row.string(1),
                        row.instant(2),
                        (int) row.number(3),
                        row.number(4) == 0 ? null : (int) row.number(4),
                        row.string(5),
                        row.string(6)),
                tenant(),
                delivery,
                MOST);
    }
}
