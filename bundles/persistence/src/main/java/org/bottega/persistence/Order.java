package org.bottega.persistence;

import java.util.function.Function;

/**
 * How a paged list is sorted: by one column that leads an index, then by id, both in the same direction.
 *
 * @param field name of the entity's field
 * @param value reads that field: an Instant, String, Long or Integer, never null
 */
public record Order<E>(String field, Function<E, ? extends Comparable<?>> value, boolean descending) {

    public static <E> Order<E> ascending(String field, Function<E, ? extends Comparable<?>> value) {
        return new Order<>(field, value, false);
    }

    public static <E> Order<E> descending(String field, Function<E, ? extends Comparable<?>> value) {
        return new Order<>(field, value, true);
    }
}
