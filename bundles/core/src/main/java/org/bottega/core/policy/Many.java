package org.bottega.core.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Reads lists and sets of a kind, in the order written. */
record Many(Kind one, boolean distinct) {

    private static final int SIZE = 1000;

    Optional<Object> read(JsonNode node) {
        if (!node.isArray() || node.size() > SIZE) {
            return Optional.empty();
        }
        Collection<Object> items = distinct ? new LinkedHashSet<>() : new ArrayList<>();
        for (JsonNode item : node) {
            Optional<Object> read = one.read().apply(item);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            items.add(read.get());
        }
        return Optional.of(distinct ? Collections.unmodifiableSet((LinkedHashSet<?>) items) : List.copyOf(items));
    }
}
