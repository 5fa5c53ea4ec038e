package org.bottega.web.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Says in words which value a type wants. */
public final class JsonTypes {

    private JsonTypes() {}

    /** For refusals: "a whole number is expected". */
    public static String expected(Class<?> type) {
        if (type == Instant.class) {
            return Instants.EXPECTED;
        }
        if (type != null && type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return name(type) + " is expected";
    }

    private static String name(Class<?> type) {
        if (type == null) {
            return "another value";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == short.class || type == Short.class) {
            return "a whole number of at most " + (type == int.class || type == Integer.class ? 9 : 4) + " digits";
        }
        if (type == long.class || type == Long.class || type == BigInteger.class) {
            return "a whole number of at most 18 digits";
        }
        if (type == double.class || type == Double.class || type == BigDecimal.class || type == float.class) {
            return "a number";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return type.getName().startsWith("java.time.") ? "ISO-8601 text" : "an object";
    }
}
