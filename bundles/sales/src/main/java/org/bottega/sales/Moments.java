package org.bottega.sales;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/** Instants as people read them. */
public final class Moments {

    private Moments() {}

    /** Day, time and zone: "March 2, 2026, 3:00 PM CET". A time without its zone would be another one elsewhere. */
    public static String text(Instant at, ZoneId zone, Locale locale) {
        return new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT))
                .appendLiteral(' ')
                .appendZoneText(TextStyle.SHORT)
                .toFormatter(locale)
                .withZone(zone)
                .format(at);
    }
}
