package org.bottega.sales.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/**
 * A refund request came to nothing because the bank has the case now.
 *
 * @param request id of the request
 * @param cause CHARGEBACK or DISPUTE
 * @param status of the purchase from now on
 */
@EventType("sales.RefundRequestClosed")
public record RefundRequestClosed(
        String transaction,
        String seller,
        String product,
        String buyer,
        String request,
        String cause,
        PurchaseStatus status)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return transaction;
    }
}
