package org.bottega.core.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.bottega.core.testing.MovableClock;
import org.bottega.core.testing.TestPlatform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The two clocks")
class ClocksTest {

    @Test
    @DisplayName("a sandbox that is ahead has its own time; everybody else, and real time, stay where they are")
    void ahead() {
        try (TestPlatform platform = TestPlatform.derby()) {
            platform.newTenant("toy");
            platform.newTenant("live");
            Instant start = MovableClock.START;

            platform.core().times().changed("toy", Reading.running(start.plus(Duration.ofDays(3)), start));
            assertEquals(start.plus(Duration.ofDays(3)), platform.as("toy", () -> platform.businessClock()
                    .instant()));
            assertEquals(
                    start, platform.as("live", () -> platform.businessClock().instant()));
            assertEquals(start, platform.businessClock().instant(), "nobody's time is real time");

            platform.clock().advance(Duration.ofMinutes(5));
            assertEquals(
                    start.plus(Duration.ofDays(3)).plusSeconds(300),
                    platform.as("toy", () -> platform.businessClock().instant()),
                    "it runs on");

            platform.core().times().changed("toy", Reading.standing(start.plus(Duration.ofDays(4))));
            platform.clock().advance(Duration.ofMinutes(5));
            assertEquals(start.plus(Duration.ofDays(4)), platform.as("toy", () -> platform.businessClock()
                    .instant()));
        }
    }
}
