package org.bottega.web.stream;

import java.nio.charset.StandardCharsets;

/** {@code Content-Disposition} with names that are safe to save under (RFC 6266, RFC 8187). */
final class Disposition {

    private static final int LONGEST = 150;
    private static final String NAMELESS = "download";
    private static final String FORBIDDEN = "/\\:*?\"<>|";
    private static final String PLAIN = "!#$&+-.^_`|~";

    private Disposition() {}

    /** For a file, or for something to be shown when {@code name} is null. */
    static String of(String name) {
        if (name == null) {
            return "inline";
        }
        String safe = safe(name);
        String ascii = safe.replaceAll("[^\\x20-\\x7e]", "_").replace("%", "_");
        String header = "attachment; filename=\"" + ascii + '"';
        return ascii.equals(safe) ? header : header + "; filename*=UTF-8''" + encoded(safe);
    }

    /** The last part of a path, without what file systems or headers take for something else. */
    private static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder safe = new StringBuilder();
        last.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST)
                .forEach(c -> safe.appendCodePoint(FORBIDDEN.indexOf(c) >= 0 ? '_' : c));
        String trimmed = safe.toString().strip().replaceAll("^\\.+|\\.+$", "");
        return trimmed.isBlank() ? NAMELESS : trimmed;
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (word || PLAIN.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append(String.format("%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
