package org.bottega.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bottega.api.Money;
import org.bottega.web.json.MoneyJson;
import org.bottega.web.module.Operation;

/**
 * What one module adds to the document, as plain JSON.
 *
 * @param paths below {@code /api/{tenant}/{module}}
 * @param schemas by name, each name beginning with the module's id
 */
public record ModuleDocument(ObjectNode paths, ObjectNode schemas) {

    private static final String SCHEMAS = "#/components/schemas/";

    /** Reads the resource classes of a module. */
    public static synchronized ModuleDocument read(
            String module, Set<Class<?>> classes, Collection<Operation> operations) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Reader.class.getClassLoader());
        try {
            Json.mapper().addMixIn(Money.class, MoneyJson.class);
            JsonNode read = Json.mapper().valueToTree(new ResourceReader().read(classes));
            ObjectNode paths = object(read.path("paths"));
            ObjectNode schemas = object(read.path("components").path("schemas"));
            describe(module, paths, operations);
            ObjectNode named = Json.mapper().createObjectNode();
            // Neither is JSON, but swagger looked inside.
            schemas.remove(List.of("Download", "Writer", "InputStream"));
            schemas.properties().forEach(e -> named.set(module + "." + e.getKey(), e.getValue()));
            rename(paths, module);
            rename(named, module);
            return new ModuleDocument(paths, named);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
            // Swagger keeps every class it has read in static places; a module that is updated must be able to go.
            ModelConverters.reset();
            Json.mapper().getTypeFactory().clearCache();
        }
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : Json.mapper().createObjectNode();
    }

    private static void describe(String module, ObjectNode paths, Collection<Operation> operations) {
        Map<String, Integer> names = new HashMap<>();
        operations.stream()
                .sorted(java.util.Comparator.comparing(Operation::path).thenComparing(Operation::verb))
                .forEach(operation -> {
                    JsonNode node =
                            paths.path(operation.path()).path(operation.verb().toLowerCase(java.util.Locale.ROOT));
                    if (node instanceof ObjectNode described) {
                        String name = module + "." + operation.method().getName();
                        int count = names.merge(name, 1, Integer::sum);
                        OperationNode.complete(described, count == 1 ? name : name + count, module, operation);
                    }
                });
    }

    private static void rename(JsonNode node, String module) {
        if (node instanceof ObjectNode object) {
            JsonNode ref = object.get("$ref");
            if (ref != null && ref.asText().startsWith(SCHEMAS)) {
                object.set(
                        "$ref",
                        TextNode.valueOf(SCHEMAS + module + "." + ref.asText().substring(SCHEMAS.length())));
            }
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            for (Iterator<JsonNode> children = node.elements(); children.hasNext(); ) {
                rename(children.next(), module);
            }
        }
    }
}
