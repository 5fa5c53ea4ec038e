package org.bottega.core.outbox;

import java.time.Clock;
import java.util.List;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;
import org.bottega.api.Events;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes events into the unit of work in which they happen. */
@Component
public final class Outbox implements Events {

    private static final int LENGTH = 100;

    private final OutboxRows rows;
    private final Subscriptions subscriptions;
    private final LaneQueue lanes;
    private final Callers callers;
    private final Clock clock;
    private final EventJson json = new EventJson();

    @Activate
    public Outbox(
            @Reference OutboxRows rows,
            @Reference Subscriptions subscriptions,
            @Reference LaneQueue lanes,
            @Reference Callers callers,
            @Reference Clock clock) {
        this.rows = rows;
        this.subscriptions = subscriptions;
        this.lanes = lanes;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public void publish(DomainEvent event) {
        EventType type = event.getClass().getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event.getClass().getName() + " has no @EventType");
        }
        String aggregate = event.aggregate();
        if (aggregate == null || aggregate.isEmpty() || aggregate.length() > LENGTH) {
            throw new IllegalArgumentException(type.value() + " has no aggregate of 1 to " + LENGTH + " characters");
        }
        Caller caller = callers.current();
        List<String> listeners = subscriptions.listeners(caller.tenant(), type.value());
        rows.insert(
                new Published(
                        type.value(), aggregate, json.write(event), clock.instant(), actor(caller), request(caller)),
                listeners);
        if (!listeners.isEmpty()) {
            lanes.addAfterCommit(caller.tenant(), listeners);
        }
    }

    private static String actor(Caller caller) {
        return cut(caller.kind() + ":" + caller.id());
    }

    private static String request(Caller caller) {
        return caller.request() == null ? null : cut(caller.request());
    }

    private static String cut(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH);
    }
}
