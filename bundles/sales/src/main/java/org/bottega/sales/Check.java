package org.bottega.sales;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bottega.api.Problem;

/** Texts from outside: refused with 400 that names the field, or given back as they are kept. */
public final class Check {

    private static final int EMAIL_LENGTH = 254;

    private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";

    /** Only what the mail outbox takes too: or the money would be taken and nothing delivered. */
    private static final Pattern EMAIL = Pattern.compile(
            "(?=[^@]{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*@"
                    + "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]",
            Pattern.CASE_INSENSITIVE);

    private Check() {}

    /** An e-mail address, in lower case: addresses that differ in case only are one buyer's. */
    public static String email(String field, String value) {
        String email = text(field, value, EMAIL_LENGTH);
        if (!EMAIL.matcher(email).matches()) {
            throw Problem.invalid("email-invalid", field, "an e-mail address is expected");
        }
        return email.toLowerCase(Locale.ROOT);
    }

    /**
     * A text of 1 to {@code max} characters without spaces around it. Control characters are refused, and those beyond the
     * basic plane, which databases and printers treat differently.
     */
    public static String text(String field, String value, int max) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid("field-missing", field, "1 to " + max + " characters are expected");
        }
        String text = value.strip();
        if (text.length() > max) {
            throw Problem.invalid("too-long", field, "at most " + max + " characters");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
            throw Problem.invalid(
                    "characters-not-allowed", field, "no control characters, none beyond the basic plane");
        }
        return text;
    }

    /** Ids in a list that may be absent: none is missing. */
    public static List<String> ids(String field, List<String> values) {
        List<String> ids = values == null ? List.of() : values;
        if (ids.stream().anyMatch(id -> id == null || id.isBlank())) {
            throw Problem.invalid("field-missing", field, "an id in each place");
        }
        return List.copyOf(ids);
    }

    /** The text, or null when there is none. */
    public static String optional(String field, String value, int max) {
        return value == null ? null : text(field, value, max);
    }
}
