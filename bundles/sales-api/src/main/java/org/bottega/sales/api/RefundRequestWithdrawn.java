package org.bottega.sales.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/**
 * The buyer does not want his money back after all.
 *
 * @param request id of the request
 * @param status of the purchase from now on
 */
@EventType("sales.RefundRequestWithdrawn")
public record RefundRequestWithdrawn(
        String transaction, String seller, String product, String buyer, String request, PurchaseStatus status)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return transaction;
    }
}
