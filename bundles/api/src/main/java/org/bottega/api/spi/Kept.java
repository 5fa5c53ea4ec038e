package org.bottega.api.spi;

import java.util.Objects;

/**
 * What stays after somebody was erased, without anything by which he is known.
 *
 * @param what in words, for example {@code purchases}
 * @param count how many
 * @param why the reason it must stay
 */
public record Kept(String what, long count, String why) {
    public Kept {
        Objects.requireNonNull(what);
        Objects.requireNonNull(why);
    }
}
