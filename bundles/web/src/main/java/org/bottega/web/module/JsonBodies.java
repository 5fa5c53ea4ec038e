package org.bottega.web.module;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.bottega.web.http.Chars;
import org.bottega.web.json.JsonProblems;

/** Reads request records. An empty body is read as an empty object, so that what is missing is told field by field. */
final class JsonBodies implements MessageBodyReader<Object> {

    private static final String JSON = MediaType.APPLICATION_JSON;

    private final ObjectMapper mapper;

    JsonBodies(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type != InputStream.class && type != byte[].class && type != String.class && type != Reader.class;
    }

    /** A body of no type is taken for JSON. */
    private static void check(String type) {
        String plain = type == null ? JSON : type.split(";")[0].trim().toLowerCase(Locale.ROOT);
        if (!plain.equals(JSON) && !plain.endsWith("+json")) {
            throw new Problem(Kind.UNSUPPORTED_TYPE, "body-type-not-taken", "a body of type " + JSON + " is expected");
        }
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        check(headers.getFirst(HttpHeaders.CONTENT_TYPE));
        String body = text(in);
        var reader = mapper.readerFor(mapper.constructType(generic));
        try {
            Object entity = reader.readValue(body.isEmpty() ? "{}" : body);
            if (entity == null) {
                throw Problem.invalid("body-missing", "body", "a JSON object is expected");
            }
            return entity;
        } catch (JacksonException e) {
            throw JsonProblems.of(e);
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
