package org.bottega.core.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bottega.api.Problem;

/** JSON and what Java has for it. Only texts, numbers, lists and maps come here, never a module's classes. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static JsonNode of(Object value) {
        if (value != null && !value.getClass().getName().startsWith("java.")) {
            throw Problem.invalid("policy-value-invalid", "values", "texts, numbers, true, false or lists of these");
        }
        return MAPPER.valueToTree(value);
    }

    static Object plain(JsonNode value) {
        return MAPPER.convertValue(value, Object.class);
    }

    static Map<String, JsonNode> fields(JsonNode object) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
