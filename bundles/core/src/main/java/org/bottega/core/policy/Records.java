package org.bottega.core.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Problem;
import org.bottega.api.spi.Meaning;

/**
 * Policy records as JSON and back, by reflection and without remembering anything of their classes: the bundles they come
 * from can be replaced at any time.
 */
final class Records {

    private Records() {}

    /** Names and kinds, in the record's order. */
    static Map<String, Kind> kinds(Class<? extends Record> type) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (RecordComponent part : type.getRecordComponents()) {
            kinds.put(part.getName(), Kind.of(part.getGenericType()));
        }
        return kinds;
    }

    /** What the values mean, by name. */
    static Map<String, String> meanings(Class<? extends Record> type) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (RecordComponent part : type.getRecordComponents()) {
            Meaning meaning = part.getAnnotation(Meaning.class);
            meanings.put(part.getName(), meaning == null ? "" : meaning.value());
        }
        return meanings;
    }

    /** All values of a record. */
    static ObjectNode write(Record values) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        for (RecordComponent part : values.getClass().getRecordComponents()) {
            written.set(part.getName(), Kind.of(part.getGenericType()).write().apply(value(values, part)));
        }
        return written;
    }

    /**
     * A record with the values of {@code base} but for those in {@code changes}. Names unknown to the type are passed over.
     *
     * @throws Problem naming each value that does not fit, or what the record's constructor refuses
     */
    static <P extends Record> P with(P base, Map<String, JsonNode> changes) {
        RecordComponent[] parts = base.getClass().getRecordComponents();
        Object[] values = new Object[parts.length];
        Problem problem = new Problem(Problem.Kind.INVALID, "policy-value-invalid", "values of the wrong kind");
        for (int i = 0; i < parts.length; i++) {
            JsonNode change = changes.get(parts[i].getName());
            if (change == null || change.isNull()) {
                values[i] = value(base, parts[i]);
                continue;
            }
            Kind kind = Kind.of(parts[i].getGenericType());
            Optional<Object> read = kind.read().apply(change);
            values[i] = read.orElse(null);
            if (read.isEmpty()) {
                problem.field(parts[i].getName(), "policy-value-invalid", kind.expects() + " is expected");
            }
        }
        if (!problem.errors().isEmpty()) {
            throw told(problem);
        }
        return make(base, parts, values);
    }

    /** The same problem, with what is wrong in its sentence too. */
    private static Problem told(Problem problem) {
        String detail = String.join(
                "; ",
                problem.errors().stream()
                        .map(error -> error.field() + ": " + error.detail())
                        .toList());
        Problem told = new Problem(problem.kind(), problem.code(), detail);
        problem.errors().forEach(error -> told.field(error.field(), error.code(), error.detail()));
        return told;
    }

    private static Object value(Record values, RecordComponent part) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(values);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("policy " + values.getClass().getName() + " cannot be read", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <P extends Record> P make(P base, RecordComponent[] parts, Object... values) {
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = base.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (P) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Problem refusal) {
                throw refusal;
            }
            throw new Problem(
                    Problem.Kind.INVALID,
                    "policy-value-invalid",
                    String.valueOf(e.getCause().getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("policy " + base.getClass().getName() + " cannot be made", e);
        }
    }
}
