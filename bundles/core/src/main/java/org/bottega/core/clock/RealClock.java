package org.bottega.core.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Real time, whoever calls. It appears after the business clock and goes before it, so that a plain reference to a
 * {@link Clock} never meets this one alone.
 */
@Component(service = Clock.class, property = "time=real")
public final class RealClock extends Clock {

    private final Times times;
    private final ZoneId zone;

    @Activate
    public RealClock(@Reference Times times, @Reference(target = "(time=business)") Clock before) {
        this(times, ZoneOffset.UTC);
    }

    private RealClock(Times times, ZoneId zone) {
        this.times = times;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return times.real();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new RealClock(times, other);
    }
}
