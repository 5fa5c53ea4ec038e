package org.bottega.sales.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;
import org.bottega.api.Money;

/**
 * The customer contests a payment at the bank (D11, LOY-08). The purchase stays as it is until the bank decides: {@link
 * PaymentDisputeWon} or {@link PurchaseChargedBack}.
 *
 * @param amount what is at stake
 */
@EventType("sales.PaymentDisputed")
public record PaymentDisputed(String transaction, String seller, String product, String buyer, Money amount)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return transaction;
    }
}
