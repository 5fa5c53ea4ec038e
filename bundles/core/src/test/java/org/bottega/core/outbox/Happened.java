package org.bottega.core.outbox;

import java.time.Instant;
import java.util.List;
import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;
import org.bottega.api.Money;

/** An event of the tests. */
@EventType("probe.Happened")
record Happened(String aggregate, int number, Instant at, Money price, List<String> words) implements DomainEvent {

    static Happened of(String aggregate, int number) {
        return new Happened(aggregate, number, Instant.parse("2026-03-02T12:00:00Z"), new Money(950, "EUR"), List.of());
    }

    String name() {
        return aggregate + number;
    }
}
