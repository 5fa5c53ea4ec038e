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
import java.util.Locale;
import java.util.regex.Pattern;
import org.bottega.api.Money;

/** Reads single values. */
final class Values {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s\"(),:;<>\\[\\\\\\]]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
    private static final Instant OLDEST = Instant.parse("1970-01-01T00:00:00Z");

    private Values() {}

    /** A value that cannot be taken. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        Refused(String code, String right) {
            super(right, null, false, false);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** The value itself, when it is there, printable and not too long. */
    static String text(String value, int longest) throws Refused {
        if (value.isEmpty()) {
            throw new Refused("value-missing", "a value is expected");
        }
        if (value.length() > longest) {
            throw new Refused("value-too-long", "at most " + longest + " characters, not " + value.length());
        }
        int bad = unprintable(value);
        if (bad >= 0) {
            String code = value.charAt(bad) == '\uFFFD' ? "not-utf-8" : "character-refused";
            throw new Refused(code, "plain UTF-8 text is expected, see character " + (bad + 1));
        }
        return value;
    }

    /** Place of the first control character, undecodable character or one outside the basic plane; or -1. */
    static int unprintable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c) || c == '\uFFFD' || Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }

    /** Minor units, rounded half up: sums of other systems carry binary noise in the last digits. */
    static long amount(String text, int digits) throws Refused {
        if (!NUMBER.matcher(text).matches()) {
            throw new Refused("amount-invalid", "a number such as 12.50 is expected");
        }
        BigDecimal value = new BigDecimal(text);
        if (value.precision() - value.scale() > 15) {
            throw new Refused("amount-too-large", "at most " + Money.MAX + " minor units");
        }
        BigDecimal minor = value.movePointRight(digits).setScale(0, RoundingMode.HALF_UP);
        if (minor.signum() <= 0) {
            throw new Refused("amount-not-positive", "more than 0 is expected");
        }
        if (minor.compareTo(BigDecimal.valueOf(Money.MAX)) > 0) {
            throw new Refused("amount-too-large", "at most " + Money.MAX + " minor units");
        }
        return minor.longValueExact();
    }

    /** A day begins at its local midnight; a date-time without an offset is local. */
    static Instant instant(String text, ZoneId zone, Instant now) throws Refused {
        Instant instant;
        try {
            instant = parse(text.replace(' ', 'T'), zone).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw new Refused("date-invalid", "2010-12-01, 2010-12-01T08:26:00 or 2010-12-01T08:26:00Z is expected");
        }
        if (instant.isBefore(OLDEST) || instant.isAfter(now)) {
            throw new Refused("date-out-of-range", "from " + OLDEST + " to now");
        }
        return instant;
    }

    private static Instant parse(String text, ZoneId zone) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        int time = text.indexOf('T');
        boolean offset = text.endsWith("Z") || text.indexOf('+', time) > 0 || text.indexOf('-', time) > 0;
        return offset
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    /** The address in lower case. */
    static String email(String text, int longest) throws Refused {
        String email = text(text, longest).toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(email).matches()) {
            throw new Refused("email-invalid", "an address such as ada@example.com is expected");
        }
        return email;
    }
}
