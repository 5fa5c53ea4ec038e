package org.bottega.web.limit;

import org.bottega.api.platform.RatePolicy;

/**
 * How much is allowed: {@code burst} at once, and {@code perMinute} in the long run.
 *
 * @param perMinute 0 for no limit
 */
record Rate(int perMinute, int burst) {

    /** A burst is ten seconds' worth where nothing is said. */
    private static final int BURSTS_PER_MINUTE = 6;

    static Rate of(int perMinute, int burst) {
        int wanted = burst > 0 ? burst : perMinute / BURSTS_PER_MINUTE;
        return new Rate(Math.max(0, perMinute), Math.max(1, wanted));
    }

    /** What a tenant allows its own callers: never more than this. */
    Rate within(RatePolicy policy) {
        if (policy.requestsPerMinute() == 0 || !isLimited()) {
            return this;
        }
        Rate wanted = of(Math.min(perMinute, policy.requestsPerMinute()), policy.burst());
        return new Rate(wanted.perMinute, Math.min(burst, wanted.burst));
    }

    boolean isLimited() {
        return perMinute > 0;
    }

    /** Seconds in which an empty bucket fills. */
    long window() {
        return Math.max(1, (burst * 60L + perMinute - 1) / perMinute);
    }
}
