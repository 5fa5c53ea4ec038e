package org.bottega.web.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.bottega.web.http.Chars;

/** Reads a JSON body. Where it may be left out, an empty one is read as an empty object. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * The object.
     *
     * @param type as the request says; a body of no type is taken for JSON
     * @param required whether an empty body is refused
     * @throws Problem {@code body-type-not-taken} (415), {@code body-missing}, {@code json-invalid}, {@code field-unknown} and others (400)
     */
    public static Object read(ObjectReader reader, String type, InputStream in, boolean required) throws IOException {
        check(type);
        String body = text(in);
        try {
            Object entity = body.isBlank() ? empty(reader, required) : reader.readValue(body);
            if (entity == null) {
                throw Problem.invalid("body-missing", "body", "a JSON object is expected");
            }
            return entity;
        } catch (JacksonException e) {
            throw JsonProblems.of(e);
        }
    }

    private static Object empty(ObjectReader reader, boolean required) throws IOException {
        return required ? null : reader.readValue("{}");
    }

    private static void check(String type) {
        String plain =
                type == null ? "application/json" : type.split(";")[0].trim().toLowerCase(Locale.ROOT);
        if (!plain.equals("application/json") && !plain.endsWith("+json")) {
            throw new Problem(
                    Kind.UNSUPPORTED_TYPE, "body-type-not-taken", "a body of type application/json is expected");
        }
    }

    /** Decoded here: a JSON parser takes UTF-16 too, and UTF-8 that is longer than it has to be. */
    private static String text(InputStream in) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Chars.refused("body");
        }
    }
}
