package org.bottega.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Conditions of a query over an entity {@code e}, joined by {@code and}. Values are always bound, never written into the
 * text: each {@code ?} of a condition takes one value; for {@code e.x in ?} the value is a collection.
 */
public final class Where {

    private static final Pattern PARAMETER = Pattern.compile("\\?(\\d+)");

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private Where() {}

    /** No condition: all rows of the tenant that the caller may see. */
    public static Where all() {
        return new Where();
    }

    /** Starts with one condition, for example {@code of("e.email = ?", email)}. */
    public static Where of(String condition, Object... args) {
        return new Where().and(condition, args);
    }

    /** Adds a condition. */
    public Where and(String condition, Object... args) {
        if (text.length() > 0) {
            text.append(" and ");
        }
        text.append('(');
        int next = 0;
        for (int i = 0; i < condition.length(); i++) {
            char c = condition.charAt(i);
            text.append(c);
            if (c == '?') {
                values.add(args[next++]);
                text.append(values.size());
            }
        }
        if (next != args.length) {
            throw new IllegalArgumentException(args.length + " values for: " + condition);
        }
        text.append(')');
        return this;
    }

    /** Adds the conditions of another. */
    Where and(Where other) {
        if (other.values.isEmpty() && other.text.length() == 0) {
            return this;
        }
        int offset = values.size();
        String shifted = PARAMETER.matcher(other.text).replaceAll(m -> "?" + (Integer.parseInt(m.group(1)) + offset));
        text.append(text.length() > 0 ? " and " : "").append(shifted);
        values.addAll(other.values);
        return this;
    }

    /** Adds the condition when {@code value} is there: not null, not empty. The filters of a list are a row of these. */
    public Where andIf(Object value, String condition) {
        boolean absent = value == null
                || value instanceof String s && s.isEmpty()
                || value instanceof Collection<?> c && c.isEmpty();
        return absent ? this : and(condition, value);
    }

    /** A copy, to be extended without touching this one. */
    Where copy() {
        Where copy = new Where();
        copy.text.append(text);
        copy.values.addAll(values);
        return copy;
    }

    String text() {
        return text.toString();
    }

    List<Object> values() {
        return values;
    }
}
