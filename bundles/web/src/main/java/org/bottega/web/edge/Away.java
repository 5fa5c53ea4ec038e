package org.bottega.web.edge;

import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;

/** What is said while a part of the platform is missing. */
public final class Away {

    /** Seconds after which it is worth asking again. */
    public static final int SECONDS = 2;

    private Away() {}

    /** Refusal {@code platform-unavailable} (503). */
    public static Problem problem() {
        return new Problem(
                        Kind.UNAVAILABLE,
                        "platform-unavailable",
                        "the platform is starting, or a part of it is being replaced; try again")
                .retryAfter(SECONDS);
    }
}
