package org.bottega.persistence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import org.bottega.api.Problem;

/**
 * Where the next page begins: the sort value and id of the last row, and a digest that binds them to each other, to tenant,
 * filter and sort. The text is {@code digest|type|id|value} in URL-safe Base64.
 */
final class Cursor {
    private static final int DIGEST_LENGTH = 16;

    private final String list;
    private final String field;
    private final boolean descending;

    Cursor(String scope, Class<?> type, Where where, Order<?> order) {
        this.field = order.field();
        this.descending = order.descending();
        this.list = scope
                + '|'
                + type.getSimpleName()
                + '|'
                + field
                + descending
                + '|'
                + where.text()
                + '|'
                + where.values().stream().map(Cursor::text).toList();
    }

    /** A set has no order of its own: the next page may be asked of another node. */
    private static String text(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).sorted().toList().toString()
                : String.valueOf(value);
    }

    private String digest(String text) {
        try {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256").digest((list + '|' + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    <E extends TenantRow> String of(E last, Order<E> order) {
        Object at = order.value().apply(last);
        char kind = at instanceof Instant ? 'i' : at instanceof String ? 's' : at instanceof Integer ? 'n' : 'l';
        String text = kind + "|" + last.id() + '|' + at;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((digest(text) + '|' + text).getBytes(StandardCharsets.UTF_8));
    }

    /** Adds what lies after the cursor. Written so that both databases can begin their index scan at the cursor. */
    void after(String cursor, Where where) {
        String[] parts = parse(cursor);
        Object at = parsed(parts[1], parts[3]);
        String beyond = descending ? "<" : ">";
        where.and("e." + field + " " + beyond + "= ?", at)
                .and("e." + field + " " + beyond + " ? or e.id " + beyond + " ?", at, parts[2]);
    }

    private String[] parse(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split("\\|", 4);
            if (parts.length == 4 && parts[0].equals(digest(text.substring(text.indexOf('|') + 1)))) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            throw invalid(e);
        }
        throw invalid(null);
    }

    private static Object parsed(String kind, String value) {
        try {
            return switch (kind) {
                case "i" -> Instant.parse(value);
                case "s" -> value;
                case "n" -> Integer.valueOf(value);
                case "l" -> Long.valueOf(value);
                default -> throw invalid(null);
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw invalid(e);
        }
    }

    private static Problem invalid(Throwable cause) {
        Problem problem =
                Problem.invalid("cursor-invalid", "cursor", "the next of a page of this very list, filter and sort");
        problem.initCause(cause);
        return problem;
    }
}
