package org.bottega.ticketing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.bottega.core.testing.TestPlatform;

/** The clock of the tests, which can run: then each look at it finds it a millisecond further on. */
final class RunningClock extends Clock {

    boolean runs;
    private final TestPlatform platform;

    RunningClock(TestPlatform platform) {
        this.platform = platform;
    }

    @Override
    public Instant instant() {
        if (runs) {
            platform.clock().to(platform.clock().instant().plusMillis(1));
        }
        return platform.businessClock().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
