package org.bottega.webhooks.send;

import java.io.IOException;

/** A host is not to be reached: one of its addresses is no public one, and not allowed. */
public final class Refused extends IOException {

    private static final long serialVersionUID = 1L;

    Refused() {
        super("address not allowed: it is private, local or reserved");
    }
}
