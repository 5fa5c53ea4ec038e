package org.bottega.api;

/**
 * Which page of a list is wanted.
 *
 * @param limit most items on the page, 1 to {@link #MAX_LIMIT}
 * @param cursor the {@code next} of the page before, or null for the first page; good only for the same tenant, filter and sort
 */
public record PageRequest(int limit, String cursor) {

    /** Most items a page can have. */
    public static final int MAX_LIMIT = 500;

    /** Items on a page when nothing is said. */
    public static final int DEFAULT_LIMIT = 50;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.invalid("limit-out-of-range", "limit", "from 1 to " + MAX_LIMIT);
        }
    }

    /** From query parameters, either of which may be absent. */
    public static PageRequest of(Integer limit, String cursor) {
        return new PageRequest(
                limit == null ? DEFAULT_LIMIT : limit, cursor == null || cursor.isEmpty() ? null : cursor);
    }
}
