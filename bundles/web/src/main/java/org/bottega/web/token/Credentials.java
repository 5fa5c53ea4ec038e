package org.bottega.web.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.servlet.http.HttpServletRequest;
import org.bottega.web.http.Chars;

/**
 * Who a client says it is: by HTTP Basic or by form fields, not by both.
 *
 * @param id of the client
 * @param secret of the client
 */
record Credentials(String id, String secret) {

    private static final String BASIC = "Basic ";

    /** Whether the request names a client at all. */
    static boolean areGiven(HttpServletRequest request, Form form) {
        return request.getHeader("Authorization") != null || form.get("client_id") != null;
    }

    static Credentials of(HttpServletRequest request, Form form) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return new Credentials(
                    form.required("client_id", "the client's id, here or by HTTP Basic"),
                    form.required("client_secret", "the client's secret, here or by HTTP Basic"));
        }
        if (form.get("client_id") != null || form.get("client_secret") != null) {
            throw OAuth.invalidRequest("client_id", "either in the form or by HTTP Basic, not both");
        }
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw OAuth.invalidClient();
        }
        return basic(header.substring(BASIC.length()).trim());
    }

    private static Credentials basic(String encoded) {
        try {
            String text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            if (colon < 0 || !Chars.visible(text)) {
                throw OAuth.invalidClient();
            }
            return new Credentials(
                    Chars.decoded(text.substring(0, colon), true, "Authorization"),
                    Chars.decoded(text.substring(colon + 1), true, "Authorization"));
        } catch (IllegalArgumentException e) {
            throw OAuth.invalidClient();
        }
    }
}
