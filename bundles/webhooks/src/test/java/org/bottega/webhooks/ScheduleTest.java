package org.bottega.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    @DisplayName("tried after 5 s, 5 min, 30 min, 2, 5, 10, 14 and 20 h, and the last time three days after the first")
    void waits() {
        List<Duration> times = new ArrayList<>();
        Instant at = FIRST;
        for (int tries = 1; at != null; tries++) {
            times.add(Duration.between(FIRST, at));
            at = Schedule.next(tries, FIRST, at, at);
        }
        assertEquals(
                List.of(
                        Duration.ZERO,
                        Duration.parse("PT5S"),
                        Duration.parse("PT5M5S"),
                        Duration.parse("PT35M5S"),
                        Duration.parse("PT2H35M5S"),
                        Duration.parse("PT7H35M5S"),
                        Duration.parse("PT17H35M5S"),
                        Duration.parse("PT31H35M5S"),
                        Duration.parse("PT51H35M5S"),
                        Duration.parse("PT72H")),
                times);
    }

    @Test
    @DisplayName("an attempt begun a millisecond before the end of three days is not the last; one begun then is")
    void end() {
        Instant end = FIRST.plus(Duration.ofDays(3));
        Instant before = end.minusMillis(1);
        assertEquals(end, Schedule.next(9, FIRST, before, before));
        assertEquals(end.plusSeconds(3), Schedule.next(9, FIRST, before, end.plusSeconds(3)));
        assertNull(Schedule.next(9, FIRST, end, end));
    }
}
