package org.bottega.ticketing;

import java.util.List;
import org.bottega.api.Problem;

/** Texts from outside: refused with 400 that names the field, or given back as they are kept. */
final class Check {

    private static final int BODY = 10_000;
    private static final int CODE = 30;

    private Check() {}

    /** What people write: 1 to 10,000 characters, lines allowed. */
    static String body(String field, String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid("field-missing", field, "1 to " + BODY + " characters are expected");
        }
        String text = value.strip().replace("\r\n", "\n");
        if (text.length() > BODY) {
            throw Problem.invalid("too-long", field, "at most " + BODY + " characters");
        }
        if (text.chars()
                .anyMatch(
                        c -> Character.isISOControl(c) && c != '\n' && c != '\t' || Character.isSurrogate((char) c))) {
            throw Problem.invalid(
                    "characters-not-allowed", field, "no control characters, none beyond the basic plane");
        }
        return text;
    }

    /** The code of a reason. */
    static String code(String field, String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid("field-missing", field, "the code of a reason");
        }
        if (value.length() > CODE || !value.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c == '_')) {
            throw Problem.invalid("reason-unknown", field, "the code of a reason, such as CHANGED_MIND");
        }
        return value;
    }

    /** The code of a reason for support. */
    static String support(String field, String value) {
        String code = code(field, value);
        for (SupportReason reason : SupportReason.values()) {
            if (reason.name().equals(code)) {
                return code;
            }
        }
        throw Problem.invalid("reason-unknown", field, "one of " + List.of(SupportReason.values()));
    }
}
