package org.bottega.sales.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/**
 * The guarantee of a purchase has elapsed.
 */
@EventType("sales.PurchaseCompleted")
public record PurchaseCompleted(String transaction, String seller, String product, String buyer)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return transaction;
    }
}
