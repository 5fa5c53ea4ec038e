package org.bottega.core.base;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Component;

/** Real time, cut to milliseconds as the databases keep it. */
@Component(service = Clock.class)
public final class SystemClock extends Clock {

    private final Clock ticks = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return ticks.withZone(zone);
    }

    @Override
    public Instant instant() {
        return ticks.instant();
    }

    @Override
    public long millis() {
        return ticks.millis();
    }
}
