package org.bottega.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When a delivery that failed is tried again: ever rarer, for three days of real time, the last time at their end. */
public final class Schedule {

    /** How long after its first attempt a delivery is given up, and of failing an endpoint is disabled. */
    public static final Duration GIVE_UP = Duration.ofDays(3);

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private Schedule() {}

    /**
     * When to try again, or null to give up.
     *
     * @param tries attempts that have failed, from 1
     * @param first when the first of them was begun
     * @param begun when the last of them was begun
     * @param now when that failed
     */
    public static Instant next(int tries, Instant first, Instant begun, Instant now) {
        Instant end = first.plus(GIVE_UP);
        if (!begun.isBefore(end)) {
            return null;
        }
        Instant next = now.plus(WAITS.get(Math.min(tries, WAITS.size()) - 1));
        if (next.isBefore(end)) {
            return next;
        }
        return now.isBefore(end) ? end : now;
    }
}
