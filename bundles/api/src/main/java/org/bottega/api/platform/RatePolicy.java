package org.bottega.api.platform;

import org.bottega.api.Problem;
import org.bottega.api.spi.Meaning;
import org.bottega.api.spi.PolicyType;

/** How often each client, person or buyer of a marketplace may ask. It narrows what the operator allows, never more. */
public record RatePolicy(
        @Meaning("requests a minute of one caller; 0: as many as the operator allows") int requestsPerMinute,
        @Meaning("requests at once; 0: ten seconds' worth") int burst) {

    /** {@code core.rate}. */
    public static final PolicyType<RatePolicy> TYPE =
            new PolicyType<>("core.rate", RatePolicy.class, new RatePolicy(0, 0), false);

    private static final int MOST = 1_000_000;

    public RatePolicy {
        if (requestsPerMinute < 0 || requestsPerMinute > MOST) {
            throw Problem.invalid("rate-out-of-range", "requestsPerMinute", "from 0 to " + MOST);
        }
        if (burst < 0 || burst > MOST) {
            throw Problem.invalid("rate-out-of-range", "burst", "from 0 to " + MOST);
        }
    }
}
