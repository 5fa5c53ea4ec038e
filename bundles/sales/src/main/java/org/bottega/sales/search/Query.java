package org.bottega.sales.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Conditions of a statement, with their values. The first is always the tenant. */
final class Query {

    /** Sorts after every character a kept text can have. */
    private static final String END = "\uffff";

    private final StringBuilder text = new StringBuilder("tenant_id = ?");
    private final List<Object> values = new ArrayList<>();

    Query(String tenant) {
        values.add(tenant);
    }

    Query and(String condition, Object... args) {
        text.append(" and ").append(condition);
        values.addAll(List.of(args));
        return this;
    }

    /** Adds the condition when the value is there. */
    Query andIf(Object value, String condition) {
        return value == null || value.equals("") ? this : and(condition, value);
    }

    /** The column begins with the prefix, if there is one. */
    Query starts(String column, String prefix) {
        return prefix == null ? this : and(column + " >= ? and " + column + " < ?", prefix, prefix + END);
    }

    /** The column is one of these, if there are any. */
    Query in(String column, Collection<?> any) {
        return any.isEmpty()
                ? this
                : and(column + " in (" + String.join(", ", Collections.nCopies(any.size(), "?")) + ")", any.toArray());
    }

    Query copy() {
        Query copy = new Query((String) values.get(0));
        copy.text.setLength(0);
        copy.text.append(text);
        copy.values.clear();
        copy.values.addAll(values);
        return copy;
    }

    /** Whether nothing is asked beyond the tenant. */
    boolean isAll() {
        return values.size() == 1;
    }

    String text() {
        return text.toString();
    }

    Object[] values(Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
