package org.bottega.web.module;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.bottega.api.spi.Download;
import org.bottega.web.http.Answer;

/** Makes answers of what resource methods return. */
final class Answers {

    private final ObjectMapper mapper;

    Answers(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The answer for a result: a {@link Response}, an entity, or null for nothing. */
    Answer of(Object result, Call call) {
        if (result instanceof Response response) {
            return of(response, call);
        }
        if (result instanceof Download download) {
            return Answer.of(download);
        }
        return result == null
                ? Answer.empty(204)
                : new Answer(200, call.operation().produces(), bytes(result), Map.of());
    }

    private Answer of(Response response, Call call) {
        if (response.getEntity() instanceof Download) {
            throw new IllegalStateException("a download is returned as it is, without a response around it");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, List<Object>> header : response.getHeaders().entrySet()) {
            if (!HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(header.getKey())
                    && header.getValue().get(0) != null) {
                headers.put(header.getKey(), value(header.getValue().get(0), call));
            }
        }
        MediaType type = response.getMediaType();
        boolean empty = !response.hasEntity() || response.getEntity() == null;
        return new Answer(
                response.getStatus(),
                empty ? null : type == null ? type(call) : type.toString(),
                empty ? Answer.empty(204).body() : bytes(response.getEntity()),
                headers);
    }

    private static String type(Call call) {
        return call.operation() == null ? Answer.JSON : call.operation().produces();
    }

    private static String value(Object header, Call call) {
        return header instanceof URI address ? address(address, call.target().base()) : header.toString();
    }

    /**
     * Addresses of this platform are told as paths: which name and scheme a proxy shows to the world is not known here. CXF
     * puts the module's base before every relative address, also before one that was given from the root.
     */
    private static String address(URI address, String base) {
        String path = address.getRawPath();
        if (path == null || !path.startsWith(base)) {
            return address.toString();
        }
        String plain = path.startsWith(base + base) ? path.substring(base.length()) : path;
        return address.getRawQuery() == null ? plain : plain + "?" + address.getRawQuery();
    }

    private byte[] bytes(Object entity) {
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        if (entity instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return mapper.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
