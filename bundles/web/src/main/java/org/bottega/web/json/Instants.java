package org.bottega.web.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/** The one way in which instants are written and read: ISO-8601, in UTC when written, to the millisecond. */
public final class Instants {

    /** What is right, for refusals. */
    public static final String EXPECTED = "an instant such as 2026-01-31T12:00:00.000Z is expected";

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Instants() {}

    /**
     * Reads one, with any offset, of the years 1000 to 9999: what every database can keep.
     *
     * @throws DateTimeException when it is anything else
     */
    public static Instant parse(String text) {
        Instant instant = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                .toInstant();
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new DateTimeException(EXPECTED);
        }
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Writes one. */
    public static String format(Instant instant) {
        return MILLIS.format(instant);
    }
}
