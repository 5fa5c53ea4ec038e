package org.bottega.ticketing.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.Locale;

/** Deadlines in words, compared. */
final class Told {

    private Told() {}

    static void told(Deadline deadline, ZoneId zone, String english, String italian) {
        assertEquals(english, text(deadline, zone, Locale.ENGLISH));
        assertEquals(italian, text(deadline, zone, Locale.ITALIAN));
        assertEquals(english, text(deadline, zone, Locale.FRENCH), "a language without words");
        assertEquals(italian, text(deadline, zone, Locale.forLanguageTag("it-CH")), "a language of some country");
    }

    static String text(Deadline deadline, ZoneId zone, Locale language) {
        Explanation told = Explanation.of(deadline, zone, language);
        return String.join("\n", told.segments()) + "\n" + told.due();
    }
}
