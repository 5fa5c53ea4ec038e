package org.bottega.sales.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.bottega.api.Problem;

/**
 * Where a page ends, and the next begins.
 *
 * @param at the sort value: milliseconds or minor units
 * @param id transaction code
 */
record Place(long at, String id) {

    private static final int DIGEST_LENGTH = 16;

    /** As text, bound to the list it is a place in. */
    String cursor(String list) {
        String text = at + "|" + id;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((digest(list, text) + '|' + text).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place a text names.
     *
     * @throws Problem 400 {@code cursor-invalid} when it is of another list, or no cursor at all
     */
    static Place of(String cursor, String list) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split("\\|", 3);
            if (parts.length == 3 && parts[0].equals(digest(list, parts[1] + "|" + parts[2]))) {
                return new Place(Long.parseLong(parts[1]), parts[2]);
            }
        } catch (IllegalArgumentException e) {
            throw (Problem) invalid().initCause(e);
        }
        throw invalid();
    }

    private static Problem invalid() {
        return Problem.invalid("cursor-invalid", "cursor", "the next of a page of this very list, filter and sort");
    }

    private static String digest(String list, String text) {
        try {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256").digest((list + '|' + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
