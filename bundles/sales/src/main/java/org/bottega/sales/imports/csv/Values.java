package org.bottega.sales.imports.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.bottega.api.Money;
import org.bottega.api.Problem;

/** Reads single values; each is refused with a {@link Problem} that names the field. */
final class Values {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final Instant OLDEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final char UNDECODABLE = '\uFFFD';

    private Values() {}

    /** Whether it is plain text: no control character, nothing undecodable, nothing beyond the basic plane. */
    static boolean isPlain(String value) {
        return isDecoded(value)
                && value.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
    }

    /** Whether it was UTF-8. */
    static boolean isDecoded(String value) {
        return value.indexOf(UNDECODABLE) < 0;
    }

    /**
     * Minor units, rounded half up: sums of other systems carry binary noise in the last digits. Zero is what a sale was for
     * that a coupon made free; what merely rounds to zero is refused.
     */
    static long amount(String text, int digits) {
        String field = ImportField.AMOUNT.key();
        if (!NUMBER.matcher(text).matches()) {
            throw Problem.invalid("amount-invalid", field, "a number such as 12.50 is expected");
        }
        BigDecimal value = new BigDecimal(text);
        if (value.precision() - value.scale() > 15) {
            throw Problem.invalid("amount-too-large", field, "at most " + Money.MAX + " minor units");
        }
        BigDecimal minor = value.movePointRight(digits).setScale(0, RoundingMode.HALF_UP);
        if (value.signum() < 0 || value.signum() > 0 && minor.signum() == 0) {
            throw Problem.invalid("amount-not-positive", field, "at least 1 minor unit, or 0 for a free sale");
        }
        if (minor.compareTo(BigDecimal.valueOf(Money.MAX)) > 0) {
            throw Problem.invalid("amount-too-large", field, "at most " + Money.MAX + " minor units");
        }
        return minor.longValueExact();
    }

    /** A day begins at its local midnight; a date-time without an offset is local. */
    static Instant instant(String text, ZoneId zone, Instant now) {
        String field = ImportField.PURCHASED_AT.key();
        Instant instant;
        try {
            instant = parse(text.replace(' ', 'T'), zone).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw Problem.invalid(
                    "date-invalid", field, "2010-12-01, 2010-12-01T08:26:00 or 2010-12-01T08:26:00Z is expected");
        }
        if (instant.isBefore(OLDEST) || instant.isAfter(now)) {
            throw Problem.invalid("date-out-of-range", field, "from " + OLDEST + " to now");
        }
        return instant;
    }

    private static Instant parse(String text, ZoneId zone) {
        int time = text.indexOf('T');
        if (time < 0) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        boolean offset = text.endsWith("Z") || text.indexOf('+', time) > 0 || text.indexOf('-', time) > 0;
        return offset
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }
}
