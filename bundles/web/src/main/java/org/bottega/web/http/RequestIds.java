package org.bottega.web.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import javax.servlet.http.HttpServletRequest;

/** The id that follows a request through log, audit and events. */
public final class RequestIds {

    /** Header that carries it, both ways. */
    public static final String HEADER = "X-Request-Id";

    private static final int LONGEST = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestIds() {}

    /** The caller's own id when it is sane, else a new one. */
    public static String of(HttpServletRequest request) {
        String given = request.getHeader(HEADER);
        return given != null && sane(given) ? given : next();
    }

    /** A new id of 64 random bits. */
    public static String next() {
        return HexFormat.of().toHexDigits(RANDOM.nextLong());
    }

    private static boolean sane(String id) {
        if (id.isEmpty() || id.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!word && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }
}
