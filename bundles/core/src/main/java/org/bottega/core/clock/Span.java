package org.bottega.core.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.bottega.api.Problem;

/** A calendar period and then a duration, as ISO 8601 writes them: {@code P1M2DT3H}. */
record Span(Period period, Duration duration) {

    private static final int LENGTH = 50;

    static Span parse(String text) {
        String span = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
        int time = span.indexOf('T');
        try {
            String date = time < 0 ? span : span.substring(0, time);
            Period period = date.equals("P") && time > 0 ? Period.ZERO : Period.parse(date);
            Duration duration = time < 0 ? Duration.ZERO : Duration.parse("P" + span.substring(time));
            if (span.length() <= LENGTH && !span.contains("-")) {
                return new Span(period, duration);
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw invalid(e);
        }
        throw invalid(null);
    }

    /** Months and days are those of the zone's calendar, 31 January and a month is the end of February; hours are hours. */
    Instant after(Instant from, ZoneId zone) {
        try {
            ZonedDateTime begin = from.atZone(zone);
            LocalDateTime day = begin.toLocalDateTime().plus(period);
            ZonedDateTime end = period.isZero() ? begin : ZonedDateTime.ofLocal(day, zone, begin.getOffset());
            return end.toInstant().plus(duration);
        } catch (DateTimeException | ArithmeticException e) {
            throw invalid(e);
        }
    }

    private static Problem invalid(Throwable cause) {
        Problem problem = Problem.invalid("span-invalid", "by", "a span of time such as P3D, P1M, PT90M or P1M2DT3H");
        problem.initCause(cause);
        return problem;
    }
}
