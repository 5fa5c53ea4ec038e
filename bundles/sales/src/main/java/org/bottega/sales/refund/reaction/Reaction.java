package org.bottega.sales.refund.reaction;

import org.bottega.api.DomainEvent;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.SalesModule;

/** What all that sales hears about refunds has in common. */
abstract class Reaction<E extends DomainEvent> implements DomainEventListener<E> {

    private final String id;
    private final Class<E> type;

    Reaction(String id, Class<E> type) {
        this.id = SalesModule.ID + '.' + id;
        this.type = type;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String module() {
        return SalesModule.ID;
    }

    @Override
    public final Class<E> type() {
        return type;
    }
}
