package org.bottega.api.spi;

import java.util.Set;
import java.util.TreeSet;

/**
 * By what somebody is known: what has to be found of him when his data are taken out or erased.
 *
 * @param marks texts that belong to nobody else, such as addresses and tax ids: wherever one stands, it is he
 * @param names what others may be called as well: it is he only where a mark or an id stands in the same row
 * @param ids of rows that are about him, as other rows refer to them
 */
public record Traces(Set<String> marks, Set<String> names, Set<String> ids) {

    /** Nothing is known of him. */
    public static final Traces NONE = new Traces(Set.of(), Set.of(), Set.of());

    public Traces {
        marks = clean(marks);
        names = clean(names);
        ids = clean(ids);
    }

    private static Set<String> clean(Set<String> texts) {
        Set<String> kept = new TreeSet<>();
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                kept.add(text);
            }
        }
        return Set.copyOf(kept);
    }

    /** What is known here and there. */
    public Traces and(Traces other) {
        return new Traces(sum(marks, other.marks), sum(names, other.names), sum(ids, other.ids));
    }

    private static Set<String> sum(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }
}
