package org.bottega.sales;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bottega.api.DomainEvent;
import org.bottega.api.spi.DomainEventListener;

/** Another module that hears one kind of events. */
final class Heard<E extends DomainEvent> implements DomainEventListener<E> {

    final List<E> events = new CopyOnWriteArrayList<>();
    private final Class<E> type;

    Heard(Class<E> type) {
        this.type = type;
    }

    @Override
    public String id() {
        return "test.heard-" + type.getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String module() {
        return SalesModule.ID;
    }

    @Override
    public Class<E> type() {
        return type;
    }

    @Override
    public void on(E event, Instant at) {
        events.add(event);
    }
}
