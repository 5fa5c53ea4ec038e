package org.bottega.core.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a component of a policy can be, and how it is written as JSON and as text. Strict: a text is no number. Reading gives
 * empty for what does not fit.
 *
 * @param expects what can be written, in words
 */
record Kind(
        String expects,
        Function<JsonNode, Optional<Object>> read,
        Function<Object, JsonNode> write,
        Function<String, JsonNode> parse) {

    private static final int TEXT = 4000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Kind INT = new Kind(
            "a whole number",
            node -> Optional.<Object>of(node)
                    .filter(n -> node.isIntegralNumber() && node.canConvertToInt())
                    .map(n -> node.intValue()),
            value -> JSON.numberNode((Integer) value),
            Kind::number);

    private static final Kind LONG = new Kind(
            "a whole number",
            node -> Optional.<Object>of(node)
                    .filter(n -> node.isIntegralNumber() && node.canConvertToLong())
                    .map(n -> node.longValue()),
            value -> JSON.numberNode((Long) value),
            Kind::number);

    private static final Kind FLAG = new Kind(
            "true or false",
            node -> Optional.<Object>of(node).filter(n -> node.isBoolean()).map(n -> node.booleanValue()),
            value -> JSON.booleanNode((Boolean) value),
            text -> "true".equals(text) || "false".equals(text)
                    ? JSON.booleanNode("true".equals(text))
                    : JSON.textNode(text));

    private static final Kind STRING = new Kind(
            "a text of at most " + TEXT + " characters, none of them a control or four-byte character",
            node -> Optional.<Object>of(node)
                    .filter(n -> node.isTextual() && isPlain(node.textValue()))
                    .map(n -> node.textValue()),
            value -> value == null ? JSON.nullNode() : JSON.textNode((String) value),
            JSON::textNode);

    private static final Kind DURATION = new Kind(
            "a duration such as P3D or PT30M",
            node -> node.isTextual() ? duration(node.textValue()) : Optional.empty(),
            value -> JSON.textNode(text((Duration) value)),
            JSON::textNode);

    /** The kind of a component. */
    static Kind of(Type type) {
        if (type instanceof ParameterizedType many) {
            return many(Kind.of(many.getActualTypeArguments()[0]), many.getRawType());
        }
        if (type == int.class || type == Integer.class) {
            return INT;
        }
        if (type == long.class || type == Long.class) {
            return LONG;
        }
        if (type == boolean.class) {
            return FLAG;
        }
        if (type == String.class) {
            return STRING;
        }
        if (type == Duration.class) {
            return DURATION;
        }
        if (type instanceof Class<?> names && names.isEnum()) {
            return oneOf(names);
        }
        throw new IllegalArgumentException("no policy can have a " + type.getTypeName());
    }

    private static Kind oneOf(Class<?> type) {
        List<?> constants = List.of(type.getEnumConstants());
        List<String> names =
                constants.stream().map(constant -> ((Enum<?>) constant).name()).toList();
        return new Kind(
                "one of " + String.join(", ", names),
                node -> Optional.of(names.indexOf(node.asText()))
                        .filter(at -> node.isTextual() && at >= 0)
                        .map(constants::get),
                value -> JSON.textNode(((Enum<?>) value).name()),
                JSON::textNode);
    }

    private static Kind many(Kind one, Type raw) {
        if (raw != List.class && raw != Set.class) {
            throw new IllegalArgumentException("no policy can have a " + raw.getTypeName());
        }
        return new Kind(
                "a list, each " + one.expects(),
                node -> new Many(one, raw == Set.class).read(node),
                value -> {
                    var array = JSON.arrayNode();
                    ((Iterable<?>) value).forEach(item -> array.add(one.write().apply(item)));
                    return array;
                },
                text -> {
                    var array = JSON.arrayNode();
                    Arrays.stream(text.split(","))
                            .map(String::strip)
                            .filter(item -> !item.isEmpty())
                            .forEach(item -> array.add(one.parse().apply(item)));
                    return array;
                });
    }

    private static boolean isPlain(String text) {
        return text.length() <= TEXT
                && text.chars()
                        .noneMatch(c -> Character.isISOControl(c) && c != '\n' || Character.isSurrogate((char) c));
    }

    private static JsonNode number(String text) {
        return text.matches("[-+]?[0-9]{1,18}") ? JSON.numberNode(Long.parseLong(text)) : JSON.textNode(text);
    }

    private static Optional<Object> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whole days as days: {@code P40D}, not {@code PT960H}. */
    private static String text(Duration duration) {
        long days = duration.toDays();
        Duration rest = duration.minusDays(days);
        if (days <= 0) {
            return duration.toString();
        }
        return "P" + days + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
    }
}
