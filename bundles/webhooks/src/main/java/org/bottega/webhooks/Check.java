package org.bottega.webhooks;

import java.util.regex.Pattern;
import org.bottega.api.Problem;

/** What is taken as a text and as an address of mail. Each refusal is a 400 that names the field. */
final class Check {

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");
    private static final int EMAIL_LENGTH = 254;
    private static final int LOCAL_LENGTH = 64;
    private static final int TEXT_LENGTH = 200;

    private Check() {}

    /** An address such as {@code ann@example.com}. */
    static String email(String field, String value) {
        boolean good = value != null
                && value.length() <= EMAIL_LENGTH
                && value.indexOf('@') <= LOCAL_LENGTH
                && EMAIL.matcher(value).matches();
        if (!good) {
            throw Problem.invalid("email-invalid", field, "an e-mail address such as ann@example.com is expected");
        }
        return value;
    }

    /** One line, trimmed; null when there is nothing in it. */
    static String optional(String field, String value) {
        String text = value == null ? "" : value.strip();
        if (text.length() > TEXT_LENGTH) {
            throw Problem.invalid("text-too-long", field, "at most " + TEXT_LENGTH + " characters");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
            throw Problem.invalid("text-invalid", field, "no control characters and no four-byte characters");
        }
        return text.isEmpty() ? null : text;
    }
}
