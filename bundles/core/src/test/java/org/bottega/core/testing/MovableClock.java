package org.bottega.core.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until it is moved, and goes back only when it is {@link #set}. */
public final class MovableClock extends Clock {

    /** Where it stands at first: a Monday noon. */
    public static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    public void advance(Duration by) {
        to(instant().plus(by));
    }

    public void to(Instant instant) {
        now.updateAndGet(before -> {
            if (instant.isBefore(before)) {
                throw new IllegalArgumentException(instant + " is before " + before);
            }
            return instant;
        });
    }

    /** Somebody sets the machine's clock, right or wrong. */
    public void set(Instant instant) {
        now.set(instant);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
