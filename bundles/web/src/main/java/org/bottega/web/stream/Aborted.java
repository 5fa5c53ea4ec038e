package org.bottega.web.stream;

import java.io.IOException;

/**
 * An answer broke off after its beginning had been sent. It goes up to the HTTP server, which then breaks the connection, so
 * that nobody takes what has arrived for the whole.
 */
public final class Aborted extends IOException {
    private static final long serialVersionUID = 1L;

    Aborted(Throwable cause) {
        super("the answer broke off", cause);
    }

    /** What the HTTP server is to see: its own failure, which it knows to be nothing special, or this. */
    public IOException toServer() {
        return getCause() instanceof IOException failure ? failure : this;
    }
}
