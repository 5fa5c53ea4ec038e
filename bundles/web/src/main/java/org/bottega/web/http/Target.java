package org.bottega.web.http;

import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;

/**
 * What a request is aimed at: {@code /api/{tenant}/{module}/…}. Only plain paths are taken: no dot segments, no empty
 * segments, no matrix parameters, no encoded slashes, so that nobody reads the path differently than it was checked.
 *
 * @param path as it was sent, without the query
 * @param tenant first segment after {@code /api/}, or empty
 * @param module second segment, or empty
 * @param rest what follows the module: empty, or beginning with a slash
 */
public record Target(String path, String tenant, String module, String rest) {

    /** Length of the longest path taken. */
    private static final int LONGEST = 2000;

    private static final String PUNCTUATION = "-._~!$&'()*+,:@=/%";

    /**
     * Takes a path apart.
     *
     * @param prefix what precedes the tenant, {@code /api/}
     * @throws Problem {@code path-invalid} or {@code characters-not-allowed} (400)
     */
    public static Target of(String path, String prefix) {
        check(path);
        String tail = path.startsWith(prefix) ? path.substring(prefix.length()) : "";
        int first = tail.indexOf('/');
        if (first < 0) {
            return new Target(path, tail, "", "");
        }
        int second = tail.indexOf('/', first + 1);
        return second < 0
                ? new Target(path, tail.substring(0, first), tail.substring(first + 1), "")
                : new Target(path, tail.substring(0, first), tail.substring(first + 1, second), tail.substring(second));
    }

    /** The path up to the module, without a slash at its end: what the module's own paths follow. */
    public String base() {
        return path.substring(0, path.length() - rest.length());
    }

    /** The same, where the second segment belongs to the platform's own operations and not to a module. */
    public Target ofPlatform() {
        return new Target(path, tenant, "core", path.substring(base().length() - module.length() - 1));
    }

    private static void check(String path) {
        if (path.length() > LONGEST) {
            throw invalid("at most " + LONGEST + " characters");
        }
        boolean encoded = false;
        int segment = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (!letterOrDigit(c) && PUNCTUATION.indexOf(c) < 0) {
                throw invalid("the character at position " + i + " must be percent-encoded");
            }
            encoded |= c == '%';
            if (c == '/') {
                checkSegment(path, segment, i);
                segment = i + 1;
            }
        }
        checkSegment(path, segment, Math.max(segment, path.length()));
        if (encoded) {
            checkEncoded(path);
        }
    }

    private static void checkSegment(String path, int from, int to) {
        int length = to - from;
        boolean empty = length == 0 && from > 0 && to < path.length();
        boolean dots = length == 1 && path.charAt(from) == '.' || length == 2 && path.startsWith("..", from);
        if (empty || dots) {
            throw invalid("no empty segments and no dot segments");
        }
    }

    private static void checkEncoded(String path) {
        String upper = path.toUpperCase(java.util.Locale.ROOT);
        for (String tricky : new String[] {"%2F", "%5C", "%2E", "%25", "%3B"}) {
            if (upper.contains(tricky)) {
                throw invalid(tricky + " is not taken in a path");
            }
        }
        Chars.decoded(path, false, "path");
    }

    private static boolean letterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static Problem invalid(String right) {
        return new Problem(Kind.INVALID, "path-invalid", "path: " + right).field("path", "path-invalid", right);
    }
}
