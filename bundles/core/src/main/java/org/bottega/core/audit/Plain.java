package org.bottega.core.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Details as values of the Java platform alone. A mapper remembers every class that it has written, and with it the class
 * loaders of bundles long replaced: it is given none of theirs.
 */
final class Plain {

    private Plain() {}

    /** Maps, lists, texts, numbers, truths, times and JSON, or null; enums by name, records by component, all else as text. */
    static Object of(Object value) {
        if (value instanceof Enum<?> one) {
            return one.name();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, part) -> plain.put(String.valueOf(of(key)), of(part)));
            return plain;
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(Plain::of).toList();
        }
        if (value instanceof Record one) {
            return parts(one);
        }
        boolean own = value instanceof JsonNode;
        boolean platform = value == null || value.getClass().getClassLoader() == null;
        return own || platform ? value : value.toString();
    }

    private static Map<String, Object> parts(Record one) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (RecordComponent part : one.getClass().getRecordComponents()) {
            try {
                part.getAccessor().setAccessible(true);
                plain.put(part.getName(), of(part.getAccessor().invoke(one)));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalArgumentException(one.getClass().getName() + " cannot be read", e);
            }
        }
        return plain;
    }
}
