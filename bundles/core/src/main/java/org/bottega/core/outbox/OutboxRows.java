package org.bottega.core.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bottega.api.Ids;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Subscriptions, events and deliveries. Within one listener and aggregate only the foremost delivery is ever due at another
 * instant than {@link #FRESH} or, behind it, at none: that keeps the order.
 */
@Component(service = OutboxRows.class)
public final class OutboxRows extends Rows {

    /** When a delivery that never failed is due. */
    static final Instant FRESH = Instant.EPOCH;

    /** The comments tell Derby which way to go: left alone it would at times read a
     * whole lane, and wait for rows of others. */
    private static final String TAKE =
            """
            select d.id, d.aggregate, d.seq, d.due_attempts, e.payload, e.occurred_at, e.request, e.id,
            e.event_type
            from --DERBY-PROPERTIES joinOrder=FIXED
            core_delivery d --DERBY-PROPERTIES index=core_delivery_lane
            join core_event e --DERBY-PROPERTIES constraint=core_event_pk, joinStrategy=NESTEDLOOP
            on e.tenant_id = d.tenant_id and e.id = d.event_id
            where d.tenant_id = ? and d.listener = ? and d.due_at <= ?
            and not exists (select 1 from core_delivery b --DERBY-PROPERTIES index=core_delivery_aggregate, joinStrategy=NESTEDLOOP
                where b.tenant_id = d.tenant_id and b.listener = d.listener
                and b.aggregate = d.aggregate and b.due_at > d.due_at and b.seq < d.seq)
            and not exists (select 1 from core_delivery c --DERBY-PROPERTIES index=core_delivery_aggregate, joinStrategy=NESTEDLOOP
                where c.tenant_id = d.tenant_id and c.listener = d.listener
                and c.aggregate = d.aggregate and c.due_at is null and c.seq < d.seq)
            order by d.due_at, d.seq fetch first ? rows only""";

    private static final String HOLD =
            """
            update core_delivery set due_at = null
            where tenant_id = ? and listener = ? and aggregate = ? and seq > ? and due_at is not null""";

    private static final String BLOCKED =
            """
            select d.id from core_delivery d --DERBY-PROPERTIES index=core_delivery_lane
            where d.tenant_id = ? and d.listener = ? and d.due_at = ?
            and exists (select 1 from core_delivery b --DERBY-PROPERTIES index=core_delivery_aggregate, joinStrategy=NESTEDLOOP
                where b.tenant_id = d.tenant_id and b.listener = d.listener and b.aggregate = d.aggregate
                and b.seq < d.seq and b.due_attempts > 0)
            fetch first ? rows only""";

    private final Ids ids;

    @Activate
    public OutboxRows(@Reference(target = "(unit=core)") Store store, @Reference Ids ids) {
        super(store);
        this.ids = ids;
    }

    /**
     * Draws a number for nothing. The first to draw makes Derby compile the statement, under a lock that fails those who
     * draw at the same time; so this is done before anybody publishes.
     */
    void warmUp() {
        next("core_event_seq");
    }

    List<Subscription> subscriptions() {
        return query(
                "select listener, module, event_type from core_subscription",
                row -> new Subscription(row.string(1), row.string(2), row.string(3)));
    }

    /** Adds the subscription, or changes the listener's. */
    void subscribe(Subscription wanted) {
        int changed = update(
                "update core_subscription set module = ?, event_type = ? where listener = ?",
                wanted.module(),
                wanted.eventType(),
                wanted.listener());
        if (changed == 0) {
            update(
                    "insert into core_subscription (listener, module, event_type) values (?, ?, ?)",
                    wanted.listener(),
                    wanted.module(),
                    wanted.eventType());
        }
    }

    /** Writes the event and one fresh delivery per listener. */
    void insert(Published event, List<String> listeners) {
        String id = ids.next();
        long seq = next("core_event_seq");
        update(
                "insert into core_event (tenant_id, id, seq, event_type, aggregate, payload, occurred_at, actor, request)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant(),
                id,
                seq,
                event.type(),
                event.aggregate(),
                event.payload(),
                event.at(),
                event.actor(),
                event.request());
        List<Object[]> deliveries = new ArrayList<>(listeners.size());
        for (String listener : listeners) {
            deliveries.add(new Object[] {tenant(), ids.next(), listener, id, event.aggregate(), seq, FRESH});
        }
        if (!deliveries.isEmpty()) {
            batch(
                    "insert into core_delivery (tenant_id, id, listener, event_id, aggregate, seq, due_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    deliveries);
        }
    }

    /** The first deliveries of the lane that are due and have nothing unfinished before them in their aggregate. */
    List<Delivery> take(String listener, Instant now, int limit) {
        return query(TAKE, OutboxRows::delivery, tenant(), listener, now, limit);
    }

    private static Delivery delivery(Row row) {
        Delivery.Told told =
                new Delivery.Told(row.string(8), row.string(9), row.string(5), row.instant(6), row.string(7));
        return new Delivery(row.string(1), row.string(2), row.number(3), (int) row.number(4), told);
    }

    /** A delivery that has failed, after how many attempts, and why. */
    record Failed(String id, String listener, int attempts, String error) {}

    /** Listeners for which the current tenant has fresh deliveries. */
    List<String> fresh() {
        return query(
                "select distinct listener from core_delivery where tenant_id = ? and due_at = ? order by listener",
                row -> row.string(1),
                tenant(),
                FRESH);
    }

    /** What the current tenant could not deliver so far and is to be tried later, or not at all. */
    List<Failed> failed(int limit) {
        return query(
                """
                select id, listener, due_attempts, due_error from core_delivery
                where tenant_id = ? and due_attempts > 0 and (due_at > ? or parked = true)
                order by seq fetch first ? rows only""",
                row -> new Failed(row.string(1), row.string(2), (int) row.number(3), row.string(4)),
                tenant(),
                FRESH,
                limit);
    }

    /** Makes failed deliveries due at once. */
    void again(List<Failed> failed) {
        batch(
                "update core_delivery set due_at = ? where tenant_id = ? and id = ? and due_at is not null",
                failed.stream()
                        .map(delivery -> new Object[] {FRESH, tenant(), delivery.id()})
                        .toList());
    }

    /** Forgets what was delivered; where it had failed before, its aggregate goes on. */
    void delivered(String listener, List<Delivery> done) {
        batch(
                "delete from core_delivery where tenant_id = ? and id = ?",
                done.stream().map(d -> new Object[] {tenant(), d.id()}).toList());
        for (Delivery delivery : done) {
            if (delivery.attempts() > 0) {
                update(
                        "update core_delivery set due_at = ? where tenant_id = ? and listener = ? and aggregate = ?"
                                + " and due_at is null and parked = false",
                        FRESH,
                        tenant(),
                        listener,
                        delivery.aggregate());
            }
        }
    }

    /** Notes a failed attempt and holds what comes behind. {@code dueAt} null parks the delivery. */
    void failed(String listener, Delivery delivery, Instant dueAt, String error) {
        int changed = update(
                "update core_delivery set due_at = ?, due_attempts = ?, due_error = ?, parked = ?"
                        + " where tenant_id = ? and id = ?",
                dueAt,
                delivery.attempts() + 1,
                error,
                dueAt == null,
                tenant(),
                delivery.id());
        if (changed > 0) {
            update(HOLD, tenant(), listener, delivery.aggregate(), delivery.seq());
        }
    }

    /** Holds fresh deliveries that came in behind a failed one, so that the lane is not looked at again for them. */
    void holdBlocked(String listener, int limit) {
        List<Object[]> blocked =
                query(BLOCKED, row -> new Object[] {tenant(), row.string(1), FRESH}, tenant(), listener, FRESH, limit);
        if (!blocked.isEmpty()) {
            batch("update core_delivery set due_at = null where tenant_id = ? and id = ? and due_at = ?", blocked);
        }
    }
}
