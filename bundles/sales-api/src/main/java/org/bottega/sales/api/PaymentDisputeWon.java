package org.bottega.sales.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;
import org.bottega.api.Money;

/**
 * The bank decided a contested payment for the seller: the money stays (D11).
 *
 * @param amount what was at stake
 */
@EventType("sales.PaymentDisputeWon")
public record PaymentDisputeWon(String transaction, String seller, String product, String buyer, Money amount)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return transaction;
    }
}
