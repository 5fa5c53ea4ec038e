package org.bottega.web.http;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The headers that every answer has: nothing of it is to be run, guessed at, kept or told to others. */
public final class SecurityHeaders {

    /** Attribute of a request that came by HTTPS, though perhaps not to this server: true. */
    public static final String SECURE = "org.bottega.web.secure";

    private SecurityHeaders() {}

    /** Sets them. */
    public static void set(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        if (request.isSecure() || Boolean.TRUE.equals(request.getAttribute(SECURE))) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
