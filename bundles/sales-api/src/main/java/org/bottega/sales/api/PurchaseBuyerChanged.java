package org.bottega.sales.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/**
 * A purchase belongs to another buyer from now on, because its address was changed. What was bought, paid and given back is
 * as it was.
 *
 * @param product id of the product, or null when it was imported without one
 * @param oldBuyer id of the buyer it belonged to
 * @param newBuyer id of the buyer it belongs to
 */
@EventType("sales.PurchaseBuyerChanged")
public record PurchaseBuyerChanged(String transaction, String seller, String product, String oldBuyer, String newBuyer)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return transaction;
    }
}
