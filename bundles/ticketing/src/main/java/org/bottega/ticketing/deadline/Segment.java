package org.bottega.ticketing.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A stretch of time between the start of a clock and what it is due for.
 *
 * @param from where it begins
 * @param to where it ends, not before {@code from}; the same where something counts that takes no time
 * @param arguments what the words of the reason tell, for example a number of days
 */
public record Segment(Kind kind, Instant from, Instant to, Reason reason, List<Long> arguments) {

    /** What the clock does meanwhile. */
    public enum Kind {
        /** It runs. */
        COUNTED,
        /** It is stopped. */
        PAUSED,
        /** It has run out, and what is due waits for a working day. */
        MOVED
    }

    public Segment {
        if (kind == null || reason == null || to.isBefore(from)) {
            throw new IllegalArgumentException("a segment needs a kind, a reason and an end not before its start");
        }
        arguments = List.copyOf(arguments);
    }

    /** Elapsed time from start to end. */
    public Duration length() {
        return Duration.between(from, to);
    }
}
