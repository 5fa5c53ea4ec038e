package org.bottega.sales.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;
import org.bottega.api.Money;

/**
 * The bank took the money back from the seller: a contested payment was lost (D11).
 *
 * @param amount what the bank took: what had not been given back before
 */
@EventType("sales.PurchaseChargedBack")
public record PurchaseChargedBack(String transaction, String seller, String product, String buyer, Money amount)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return transaction;
    }
}
