package org.bottega.sales.api;

import java.time.Instant;
import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;
import org.bottega.api.Money;

/**
 * A payment was not collected because of a problem at the customer's bank: no funds, a blocked ceiling, changed bank data
 * (LOY-05). It is tried again; {@link PurchaseApproved} or {@link PurchaseExpired} tells how it ends. Nobody contests it: that
 * is {@link PaymentDisputed}.
 *
 * @param amount what was to be paid
 * @param nextTry when it is tried again
 */
@EventType("sales.PaymentUnpaid")
public record PaymentUnpaid(
        String transaction, String seller, String product, String buyer, Money amount, Instant nextTry)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return transaction;
    }
}
