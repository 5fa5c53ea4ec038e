package org.bottega.core.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reading of a clock")
class ReadingTest {

    private static final Instant REAL = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    @DisplayName("that stands is kept as its instant, whatever real time is")
    void standing() {
        Reading reading = Reading.standing(REAL.plusMillis(7));
        assertTrue(reading.stands());
        assertEquals("=" + REAL.plusMillis(7).toEpochMilli(), reading.text());
        assertEquals(reading, Reading.of(reading.text()));
        assertEquals(REAL.plusMillis(7), reading.at(REAL.plusSeconds(60)));
    }

    @Test
    @DisplayName("that runs is kept as how far it is ahead")
    void running() {
        Reading reading = Reading.running(REAL.plusMillis(1500), REAL);
        assertFalse(reading.stands());
        assertEquals("+1500", reading.text());
        assertEquals(reading, Reading.of(reading.text()));
        assertEquals(REAL.plusSeconds(60).plusMillis(1500), reading.at(REAL.plusSeconds(60)));
    }
}
