package org.bottega.sales.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/** What was to be paid later was not paid in time; it is given up. */
@EventType("sales.PurchaseExpired")
public record PurchaseExpired(String transaction, String seller, String product, String buyer) implements DomainEvent {
    @Override
    public String aggregate() {
        return transaction;
    }
}
