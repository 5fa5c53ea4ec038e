package org.bottega.core.user;

import java.util.Optional;
import org.bottega.api.Problem;

/** What a new password must be like. Characters are counted, not bytes; nothing is trimmed. */
final class PasswordRules {

    /** Fewest characters (ACC-04). */
    static final int SHORTEST = 7;

    /** Most characters (ACC-04). */
    static final int LONGEST = 20;

    private PasswordRules() {}

    /**
     * Checks a new password against all rules.
     *
     * @throws Problem 400 that names each rule it breaks, with the code of the first
     */
    static void check(String field, String password) {
        Problem problem = length(field, password == null ? 0 : password.codePointCount(0, password.length()));
        String text = password == null ? "" : password;
        if (text.codePoints().noneMatch(Character::isLetter)) {
            problem = and(problem, "password-without-letter", field, "at least one letter");
        }
        if (text.codePoints().noneMatch(Character::isDigit)) {
            problem = and(problem, "password-without-digit", field, "at least one digit");
        }
        if (text.codePoints().anyMatch(PasswordRules::isSpace)) {
            problem = and(problem, "password-with-space", field, "no space anywhere");
        }
        if (problem != null) {
            throw problem;
        }
    }

    private static Problem length(String field, int length) {
        if (length < SHORTEST) {
            return Problem.invalid("password-too-short", field, "at least " + SHORTEST + " characters");
        }
        return length > LONGEST
                ? Problem.invalid("password-too-long", field, "at most " + LONGEST + " characters")
                : null;
    }

    private static Problem and(Problem before, String code, String field, String right) {
        return Optional.ofNullable(before)
                .map(problem -> problem.field(field, code, right))
                .orElseGet(() -> Problem.invalid(code, field, right));
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
