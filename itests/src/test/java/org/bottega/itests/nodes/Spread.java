package org.bottega.itests.nodes;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** How soon what one node has changed holds on another that remembers how it was. */
final class Spread {

    /** A second, and the requests that change and look. */
    private static final Duration MOST = Duration.ofMillis(1300);

    private final Map<String, Long> millis = new TreeMap<>();

    /** Looks without pause, from just before the change, until it holds; fails when that was later than a second. */
    void within(String what, Runnable change, BooleanSupplier holds) {
        assertFalse(holds.getAsBoolean(), what + " already");
        change.run();
        long changed = System.nanoTime();
        await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(20))
                .until(holds::getAsBoolean);
        took(what, Duration.ofNanos(System.nanoTime() - changed));
    }

    void took(String what, Duration time) {
        millis.merge(what, time.toMillis(), Math::max);
        assertTrue(time.compareTo(MOST) <= 0, what + " holds after " + time);
    }

    /** The longest times, in milliseconds. */
    @Override
    public String toString() {
        return millis.toString();
    }
}
