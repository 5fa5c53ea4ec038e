package org.bottega.core.account;

import java.util.Set;
import java.util.TreeSet;

/** Permissions as they are stored and as OAuth writes them: names between single spaces. */
final class Scopes {

    private Scopes() {}

    static String text(Set<String> permissions) {
        return String.join(" ", new TreeSet<>(permissions));
    }

    static Set<String> set(String text) {
        return text == null || text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }
}
