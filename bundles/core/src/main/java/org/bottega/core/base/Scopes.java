package org.bottega.core.base;

import java.util.Set;
import java.util.TreeSet;

/** Permissions as they are stored and as OAuth writes them: names between single spaces. */
public final class Scopes {

    private Scopes() {}

    /** Sorted, between single spaces. */
    public static String text(Set<String> permissions) {
        return String.join(" ", new TreeSet<>(permissions));
    }

    /** What the text names; none for null. */
    public static Set<String> set(String text) {
        return text == null || text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }
}
