package org.bottega.itests.bench.inside;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/** An event that means nothing. */
@EventType("bench.Ticked")
public record Ticked(String tick) implements DomainEvent {

    @Override
    public String aggregate() {
        return tick;
    }
}
