package org.bottega.webhooks.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Deliveries on their way. One that is PENDING is due to be sent; one that is over is due to be removed. All methods need an
 * open unit of work.
 */
@Component(service = DeliveryRows.class)
public final class DeliveryRows extends Rows {

    /** For how long what was sent can be looked up. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int ERROR = 500;

    @Activate
    public DeliveryRows(@Reference(target = "(unit=webhooks)") Store store) {
        super(store);
    }

    /** A delivery to be made. @param at since when it is due */
    public record Fresh(String id, String endpoint, String event, String type, String body, Instant at) {}

    /**
     * A delivery that is due.
     *
     * @param tries attempts so far
     * @param firstTryAt when the first of them was begun, or null
     */
    public record Due(
            String id, String endpoint, String event, String body, int tries, Instant firstTryAt, boolean isPending) {}

    /** How an attempt at a delivery ended. @param tries attempts with it */
    public record End(String id, int tries, Integer status, String error, Instant begun, Instant now) {}

    /** Adds deliveries. */
    public void insert(List<Fresh> fresh) {
        batch(
                "insert into webhooks_delivery (tenant_id, id, endpoint_id, event_id, event_type, body, state,"
                        + " created_at, tries, due_at) values (?, ?, ?, ?, ?, ?, 'PENDING', ?, 0, ?)",
                fresh.stream()
                        .map(f -> new Object[] {
                            tenant(), f.id(), f.endpoint(), f.event(), f.type(), f.body(), f.at(), f.at()
                        })
                        .toList());
    }

    /** The delivery, when it is due. */
    public Optional<Due> due(String id, Instant now) {
        return query(
                        "select endpoint_id, event_id, body, tries, first_try_at, state from webhooks_delivery"
                                + " where tenant_id = ? and id = ? and due_at <= ?",
                        row -> new Due(
                                id,
                                row.string(1),
                                row.string(2),
                                row.string(3),
                                (int) row.number(4),
                                row.instant(5),
                                "PENDING".equals(row.string(6))),
                        tenant(),
                        id,
                        now)
                .stream()
                .findFirst();
    }

    /** What is sent. */
    public Optional<String> body(String id) {
        return query(
                        "select body from webhooks_delivery where tenant_id = ? and id = ?",
                        row -> row.string(1),
                        tenant(),
                        id)
                .stream()
                .findFirst();
    }

    /** Takes one that is due, until {@code until}; false when another worker has it. */
    public boolean claim(Due due, Instant now, Instant until) {
        return update(
                        "update webhooks_delivery set due_at = ?, tries = tries + 1 where tenant_id = ? and id = ?"
                                + " and state = 'PENDING' and tries = ? and due_at <= ?",
                        until,
                        tenant(),
                        due.id(),
                        due.tries(),
                        now)
                > 0;
    }

    /** Gives back one that was taken and not tried, and puts off all others of its endpoint that are due. */
    public void putOff(Due claimed, Instant now, Instant until) {
        update(
                "update webhooks_delivery set due_at = ?, tries = ? where tenant_id = ? and id = ?"
                        + " and state = 'PENDING' and tries = ?",
                until,
                claimed.tries(),
                tenant(),
                claimed.id(),
                claimed.tries() + 1);
        update(
                "update webhooks_delivery set due_at = ? where tenant_id = ? and endpoint_id = ?"
                        + " and state = 'PENDING' and due_at <= ?",
                until,
                tenant(),
                claimed.endpoint(),
                now);
    }

    /** It was taken. */
    public void delivered(End end) {
        update(
                "update webhooks_delivery set state = 'DELIVERED', last_status = ?, last_error = null, ended_at = ?,"
                        + " due_at = ?, first_try_at = coalesce(first_try_at, ?)"
                        + " where tenant_id = ? and id = ? and tries = ?",
                end.status(),
                end.now(),
                end.now().plus(KEPT),
                end.begun(),
                tenant(),
                end.id(),
                end.tries());
    }

    /** It was not taken, and is tried again at {@code next}, or with null given up. */
    public void failed(End end, Instant next) {
        update(
                "update webhooks_delivery set state = ?, last_status = ?, last_error = ?, ended_at = ?, due_at = ?,"
                        + " first_try_at = coalesce(first_try_at, ?)"
                        + " where tenant_id = ? and id = ? and state = 'PENDING' and tries = ?",
                next == null ? "FAILED" : "PENDING",
                end.status(),
                cut(end.error()),
                next == null ? end.now() : null,
                next == null ? end.now().plus(KEPT) : next,
                end.begun(),
                tenant(),
                end.id(),
                end.tries());
    }

    /** Gives up all that is still to be sent to an endpoint. */
    public void giveUp(String endpoint, String error, Instant now) {
        update(
                "update webhooks_delivery set state = 'FAILED', last_error = ?, ended_at = ?, due_at = ?"
                        + " where tenant_id = ? and endpoint_id = ? and state = 'PENDING'",
                error,
                now,
                now.plus(KEPT),
                tenant(),
                endpoint);
    }

    /** Queues one anew that is over. False: it is not. */
    public boolean replay(String id, Instant now) {
        return update(
                        "update webhooks_delivery set state = 'PENDING', tries = 0, first_try_at = null,"
                                + " ended_at = null, due_at = ? where tenant_id = ? and id = ? and state <> 'PENDING'",
                        now,
                        tenant(),
                        id)
                > 0;
    }

    /** The newest that an endpoint did not take, of events told since then. */
    public List<String> failedSince(String endpoint, Instant since, int most) {
        return query(
                "select id from webhooks_delivery where tenant_id = ? and endpoint_id = ? and state = 'FAILED'"
                        + " and created_at >= ? order by created_at desc, id desc fetch first ? rows only",
                row -> row.string(1),
                tenant(),
                endpoint,
                since,
                most);
    }

    /** Has all deliveries of an endpoint removed soon. */
    public void forget(String endpoint, Instant now) {
        update(
                "update webhooks_delivery set state = 'FAILED', ended_at = ?, due_at = ?"
                        + " where tenant_id = ? and endpoint_id = ?",
                now,
                now,
                tenant(),
                endpoint);
    }

    /** Removes one that is over, with its attempts. */
    public void remove(String id) {
        update("delete from webhooks_attempt where tenant_id = ? and delivery_id = ?", tenant(), id);
        update("delete from webhooks_delivery where tenant_id = ? and id = ?", tenant(), id);
    }

    private static String cut(String text) {
        return text == null || text.length() <= ERROR ? text : text.substring(0, ERROR);
    }
}
