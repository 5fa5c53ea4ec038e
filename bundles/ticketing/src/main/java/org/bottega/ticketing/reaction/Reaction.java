package org.bottega.ticketing.reaction;

import org.bottega.api.DomainEvent;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.ticketing.TicketingModule;

/** What all that ticketing hears has in common. */
abstract class Reaction<E extends DomainEvent> implements DomainEventListener<E> {

    private final String id;
    private final Class<E> type;

    Reaction(String id, Class<E> type) {
        this.id = TicketingModule.ID + '.' + id;
        this.type = type;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String module() {
        return TicketingModule.ID;
    }

    @Override
    public final Class<E> type() {
        return type;
    }
}
