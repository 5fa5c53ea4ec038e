package org.bottega.core.deadline;

import java.time.Duration;
import java.time.Instant;

/**
 * Ever longer waiting between attempts.
 *
 * @param first wait after the first failure; each further one doubles it
 * @param longest no wait is longer
 * @param attempts after so many failures it is given up
 */
public record Backoff(Duration first, Duration longest, int attempts) {

    /** When to try again after the {@code failures}-th failure, or null to give up. */
    public Instant next(Instant now, int failures) {
        return failures >= attempts ? null : now.plus(wait(failures));
    }

    /** How long to wait after the {@code failures}-th failure. */
    public Duration wait(int failures) {
        Duration wait = first;
        for (int i = 1; i < failures && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    /** What went wrong, for the operator: at most 500 characters. */
    public static String text(Throwable failure) {
        String text =
                failure.getClass().getSimpleName() + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
        return text.length() <= 500 ? text : text.substring(0, 500);
    }
}
