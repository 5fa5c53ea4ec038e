package org.bottega.core.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * What a moved clock says.
 *
 * @param stands whether it stands, as it does while it is being moved, or runs ahead of real time
 * @param millis when it stands, at which instant; when it runs, how far ahead
 */
record Reading(boolean stands, long millis) {

    static Reading standing(Instant at) {
        return new Reading(true, at.toEpochMilli());
    }

    static Reading running(Instant at, Instant real) {
        return new Reading(false, Duration.between(real, at).toMillis());
    }

    /** As it is kept: {@code =<epoch millis>} or {@code +<millis ahead>}. */
    static Reading of(String text) {
        return new Reading(text.charAt(0) == '=', Long.parseLong(text.substring(1)));
    }

    String text() {
        return (stands ? '=' : '+') + Long.toString(millis);
    }

    Instant at(Instant real) {
        return stands ? Instant.ofEpochMilli(millis) : real.plusMillis(millis);
    }
}
