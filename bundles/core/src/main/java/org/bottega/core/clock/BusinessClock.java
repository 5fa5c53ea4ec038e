package org.bottega.core.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Business time: that of the current caller's tenant. It is what a plain reference to a {@link Clock} gives. */
@Component(
        service = Clock.class,
        property = {"time=business", "service.ranking:Integer=1000"})
public final class BusinessClock extends Clock {

    private final Times times;
    private final Callers callers;
    private final ZoneId zone;

    @Activate
    public BusinessClock(@Reference Times times, @Reference Callers callers) {
        this(times, callers, ZoneOffset.UTC);
    }

    private BusinessClock(Times times, Callers callers, ZoneId zone) {
        this.times = times;
        this.callers = callers;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return times.of(callers.find().map(Caller::tenant).orElse(null));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new BusinessClock(times, callers, other);
    }
}
