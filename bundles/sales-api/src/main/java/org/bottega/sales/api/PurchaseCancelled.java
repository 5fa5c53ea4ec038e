package org.bottega.sales.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/**
 * A purchase was given up before it was paid.
 */
@EventType("sales.PurchaseCancelled")
public record PurchaseCancelled(String transaction, String seller, String product, String buyer)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return transaction;
    }
}
