package org.bottega.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @Test
    @DisplayName("a time names its zone, in winter and in summer")
    void zone() {
        assertEquals(
                "March 28, 2026, 3:00 PM CET",
                Moments.text(Instant.parse("2026-03-28T14:00:00Z"), ROME, Locale.ENGLISH));
        assertEquals(
                "March 29, 2026, 3:00 PM CEST",
                Moments.text(Instant.parse("2026-03-29T13:00:00Z"), ROME, Locale.ENGLISH));
    }

    @Test
    @DisplayName("one instant is told in the reader's language and in the zone asked for")
    void language() {
        Instant at = Instant.parse("2026-03-29T13:00:00Z");

        assertEquals("29 marzo 2026, 15:00 CEST", Moments.text(at, ROME, Locale.ITALIAN));
        assertEquals("March 29, 2026, 10:00 AM BRT", Moments.text(at, ZoneId.of("America/Sao_Paulo"), Locale.ENGLISH));
    }
}
