package org.bottega.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one way to refuse: becomes an {@code application/problem+json} answer. Nothing has been done when it is thrown out of a
 * unit of work.
 */
public final class Problem extends RuntimeException {

    /** Kinds of refusals and the HTTP status each becomes. */
    public enum Kind {
        INVALID(400, "Invalid request"),
        UNAUTHENTICATED(401, "Authentication required"),
        FORBIDDEN(403, "Not permitted"),
        NOT_FOUND(404, "Not found"),
        METHOD_NOT_ALLOWED(405, "Method not allowed"),
        NOT_ACCEPTABLE(406, "Not acceptable"),
        CONFLICT(409, "Conflict"),
        GONE(410, "Gone"),
        TOO_LARGE(413, "Too large"),
        UNSUPPORTED_TYPE(415, "Unsupported media type"),
        RANGE(416, "Range not satisfiable"),
        UNPROCESSABLE(422, "Cannot be processed"),
        TOO_MANY(429, "Too many requests"),
        INTERNAL(500, "Unexpected failure"),
        BAD_GATEWAY(502, "Partner failed"),
        UNAVAILABLE(503, "Temporarily unavailable");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        /** HTTP status. */
        public int status() {
            return status;
        }

        /** Title for people. */
        public String title() {
            return title;
        }
    }

    /**
     * What is wrong with one field.
     *
     * @param field path of the field as the caller wrote it, for example {@code buyer.email}
     * @param code stable code
     * @param detail what would be right
     */
    public record FieldError(String field, String code, String detail) {}

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;
    private final transient List<FieldError> errors = new ArrayList<>();
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    public Problem(Kind kind, String code, String detail) {
        super(detail);
        this.kind = kind;
        this.code = code;
    }

    /** A field that is wrong (400). {@code right} says what would be right. */
    public static Problem invalid(String code, String field, String right) {
        return new Problem(Kind.INVALID, code, field + ": " + right).field(field, code, right);
    }

    /** Something that is not there, or not for this caller: the two look the same (404). */
    public static Problem notFound(String what, String id) {
        return new Problem(Kind.NOT_FOUND, what + "-not-found", "there is no " + what + " " + id);
    }

    /** The present state forbids it (409). */
    public static Problem conflict(String code, String detail) {
        return new Problem(Kind.CONFLICT, code, detail);
    }

    /** Adds one wrong field; several may be told at once. */
    public Problem field(String field, String errorCode, String right) {
        errors.add(new FieldError(field, errorCode, right));
        return this;
    }

    /** Adds a member to the answer, for programs: the states that conflict, the seconds to wait. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Asks the caller to come again after this many seconds ({@code Retry-After}). */
    public Problem retryAfter(int seconds) {
        return with("retryAfter", seconds);
    }

    public Kind kind() {
        return kind;
    }

    /** Stable, published code: {@code purchase-not-found}. */
    public String code() {
        return code;
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }
}
