package org.bottega.ticketing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.bottega.api.Caller;
import org.bottega.api.Problem;

/** Under which key a command is remembered: keys are the caller's own, so two callers may use the same one. */
public final class RequestKey {

    private static final int LONGEST = 255;

    private RequestKey() {}

    /**
     * The key as kept: a hash of who asked and what he called it.
     *
     * @throws Problem 400 {@code idempotency-key-missing} or {@code idempotency-key-invalid}
     */
    public static String of(Caller caller, String key) {
        if (key == null || key.isBlank()) {
            throw Problem.invalid("idempotency-key-missing", "Idempotency-Key", "a key that names this command");
        }
        if (key.length() > LONGEST || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw Problem.invalid(
                    "idempotency-key-invalid", "Idempotency-Key", "1 to " + LONGEST + " visible ASCII characters");
        }
        boolean platform = caller.kind() == Caller.Kind.SYSTEM || caller.kind() == Caller.Kind.OPERATOR;
        return hash((platform ? "platform" : caller.id()) + '/' + key);
    }

    /** A hash that stands for a text. */
    public static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The refusal of a key that named another command before. */
    public static Problem reused() {
        return new Problem(
                Problem.Kind.UNPROCESSABLE, "idempotency-key-reused", "this Idempotency-Key named another command");
    }
}
