package org.bottega.itests.bench.inside;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.bottega.api.spi.DomainEventListener;

/** Counts events. */
final class HearTicks implements DomainEventListener<Ticked> {

    private final AtomicLong heard = new AtomicLong();

    long heard() {
        return heard.get();
    }

    @Override
    public String id() {
        return "bench.hear-ticks";
    }

    @Override
    public String module() {
        return BenchActivator.ID;
    }

    @Override
    public Class<Ticked> type() {
        return Ticked.class;
    }

    @Override
    public void on(Ticked event, Instant at) {
        heard.incrementAndGet();
    }
}
