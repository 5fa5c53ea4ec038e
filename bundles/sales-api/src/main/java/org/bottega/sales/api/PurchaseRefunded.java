package org.bottega.sales.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;
import org.bottega.api.Money;

/**
 * Money was given back to the buyer.
 *
 * @param refund id of the refund
 * @param amount what was given back this time
 * @param whole whether nothing is left to give back: the purchase is REFUNDED, and its access ends
 * @param reason as the one who refunded wrote it
 */
@EventType("sales.PurchaseRefunded")
public record PurchaseRefunded(
        String transaction,
        String seller,
        String product,
        String buyer,
        String refund,
        Money amount,
        boolean whole,
        String reason)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return transaction;
    }
}
