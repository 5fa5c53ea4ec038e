package org.bottega.web.stream;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of a content that are wanted.
 *
 * @param from first, inclusive
 * @param to last, exclusive
 */
record Span(long from, long to) {

    private static final Pattern ONE = Pattern.compile("(?i)bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /**
     * Reads a {@code Range} header. One that asks for several spans, or cannot be read, is as good as none (RFC 9110, 14.2).
     *
     * @param header or null
     * @param length of the content
     * @return the span; null for all of it; an empty one when it lies outside
     */
    static Span of(String header, long length) {
        Matcher range = header == null ? null : ONE.matcher(header);
        if (range == null || !range.matches()) {
            return null;
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? null : new Span(Math.max(0, length - Long.parseLong(last)), length);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? length : Math.min(length, Long.parseLong(last) + 1);
        if (!last.isEmpty() && Long.parseLong(last) < from) {
            return null;
        }
        return from >= length ? new Span(length, length) : new Span(from, to);
    }

    boolean isEmpty() {
        return from >= to;
    }

    long length() {
        return to - from;
    }
}
