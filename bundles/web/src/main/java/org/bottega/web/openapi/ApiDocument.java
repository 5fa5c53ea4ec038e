package org.bottega.web.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;
import org.bottega.web.http.Answer;
import org.bottega.web.module.Published;
import org.bottega.web.platform.PlatformRest;

/** Puts a tenant's document together: the frame that all have, and the modules that are on. */
public final class ApiDocument {

    private final ObjectMapper mapper;

    /** Goes away with its module. */
    private final Map<Published, ModuleDocument> parts = new WeakHashMap<>();

    public ApiDocument(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The document.
     *
     * @param modules what the tenant has on
     */
    public Answer of(String tenant, Collection<Published> modules) {
        ObjectNode document = frame(tenant);
        ObjectNode paths = document.withObject("/paths");
        ObjectNode schemas = document.withObject("/components/schemas");
        SortedMap<String, JsonNode> sorted = new TreeMap<>();
        for (Published module : modules) {
            ModuleDocument part = part(module);
            String root = "/api/" + tenant;
            String prefix = module.module().equals(PlatformRest.MODULE) ? root : root + "/" + module.module();
            part.paths().properties().forEach(path -> sorted.put(path(prefix, path.getKey()), path.getValue()));
            schemas.setAll(part.schemas());
        }
        sorted.forEach(paths::set);
        try {
            return Answer.json(200, mapper.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(String prefix, String path) {
        return "/".equals(path) ? prefix : prefix + path;
    }

    private ModuleDocument part(Published module) {
        synchronized (parts) {
            return parts.computeIfAbsent(module, m -> ModuleDocument.read(m.module(), m.classes(), m.operations()));
        }
    }

    /** Read anew each time: it is filled in. */
    private ObjectNode frame(String tenant) {
        try (InputStream in = ApiDocument.class.getResourceAsStream("frame.json")) {
            String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return (ObjectNode) mapper.readTree(text.replace("{tenant}", tenant));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
