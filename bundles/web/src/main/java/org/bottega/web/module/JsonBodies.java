package org.bottega.web.module;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.stream.Stream;
import javax.validation.constraints.NotNull;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import org.bottega.web.json.JsonBody;

/** Reads request records. */
final class JsonBodies implements MessageBodyReader<Object> {

    private final ObjectMapper mapper;

    JsonBodies(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type != InputStream.class && type != byte[].class && type != String.class && type != Reader.class;
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
        boolean required = Stream.of(annotations).anyMatch(NotNull.class::isInstance);
        return JsonBody.read(
                mapper.readerFor(mapper.constructType(generic)),
                headers.getFirst(HttpHeaders.CONTENT_TYPE),
                in,
                required);
    }
}
