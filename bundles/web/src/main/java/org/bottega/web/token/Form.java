package org.bottega.web.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.bottega.web.http.Body;
import org.bottega.web.http.Chars;

/** The fields of an urlencoded form, none twice. */
public final class Form {

    private static final long LIMIT = 16 * 1024;
    private static final String TYPE = "application/x-www-form-urlencoded";

    private final Map<String, String> fields = new HashMap<>();

    /**
     * Reads the request's body.
     *
     * @throws Problem 400, 413 or 415
     */
    public static Form of(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).split(";")[0].trim().equals(TYPE)) {
            throw new Problem(Kind.UNSUPPORTED_TYPE, "body-type-not-taken", "a body of type " + TYPE + " is expected");
        }
        Form form = new Form();
        for (String pair : text(request).split("&")) {
            if (!pair.isEmpty()) {
                form.add(pair);
            }
        }
        return form;
    }

    private static String text(HttpServletRequest request) {
        try (Body body = Body.inMemory(request, LIMIT);
                InputStream in = body.open()) {
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            if (!Chars.visible(text)) {
                throw Chars.refused("body");
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        String name = Chars.decoded(equals < 0 ? pair : pair.substring(0, equals), true, "body");
        String field = equals < 0 ? "" : Chars.decoded(pair.substring(equals + 1), true, name);
        if (fields.put(name, field) != null) {
            throw OAuth.invalidRequest(name, "at most once");
        }
    }

    /** The field, or null when it is absent or empty. */
    public String get(String name) {
        String field = fields.get(name);
        return field == null || field.isEmpty() ? null : field;
    }

    /** The field. */
    public String required(String name, String right) {
        String field = get(name);
        if (field == null) {
            throw OAuth.invalidRequest(name, right);
        }
        return field;
    }
}
