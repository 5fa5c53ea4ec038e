package org.bottega.sales.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/**
 * The seller declined to give back what was asked for.
 *
 * @param request id of the request
 * @param status of the purchase from now on
 */
@EventType("sales.RefundRequestDeclined")
public record RefundRequestDeclined(
        String transaction, String seller, String product, String buyer, String request, PurchaseStatus status)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return transaction;
    }
}
