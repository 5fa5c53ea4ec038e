package org.bottega.sales;

import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseApproved;

/** What others are told of a purchase that is paid. */
public final class Approval {

    private Approval() {}

    /** The event. */
    public static PurchaseApproved of(Purchase p) {
        return new PurchaseApproved(
                p.transaction(), p.seller(), p.product(), p.offer(), p.buyer().id(), p.price(), p.purchasedAt());
    }
}
