package org.bottega.sales.refund;

import org.bottega.api.Caller;

/** Who wants the money to go back: the clauses differ (REF-11, REF-12). */
public enum Side {
    /** The one who bought, logged in or by the link to the receipt. */
    BUYER,
    /** The one who sold, or somebody of the marketplace. */
    SELLER;

    static Side of(Caller caller) {
        return caller.kind() == Caller.Kind.BUYER || caller.kind() == Caller.Kind.ANONYMOUS ? BUYER : SELLER;
    }
}
