package org.bottega.sales;

import org.bottega.api.Caller;
import org.bottega.api.Problem;

/** Under which key a command is remembered: keys are the caller's own, so two callers may use the same one. */
final class RequestKey {

    private static final int LONGEST = 255;

    private RequestKey() {}

    /**
     * The key as kept.
     *
     * @throws Problem 400 {@code idempotency-key-missing} or {@code idempotency-key-invalid}
     */
    static String of(Caller caller, String key) {
        if (key == null || key.isBlank()) {
            throw Problem.invalid("idempotency-key-missing", "Idempotency-Key", "a key that names this command");
        }
        if (key.length() > LONGEST || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw Problem.invalid(
                    "idempotency-key-invalid", "Idempotency-Key", "1 to " + LONGEST + " visible ASCII characters");
        }
        boolean platform = caller.kind() == Caller.Kind.SYSTEM || caller.kind() == Caller.Kind.OPERATOR;
        return (platform ? "platform" : caller.id()) + '/' + key;
    }

    /** The refusal of a key that named another command before. */
    static Problem reused() {
        return new Problem(
                Problem.Kind.UNPROCESSABLE, "idempotency-key-reused", "this Idempotency-Key named another command");
    }
}
