package org.bottega.sales.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/**
 * The gateway refused the charge; nothing was paid.
 *
 * @param status NO_FUNDS or BLOCKED
 */
@EventType("sales.PurchaseRefused")
public record PurchaseRefused(String transaction, String seller, String product, String buyer, PurchaseStatus status)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return transaction;
    }
}
