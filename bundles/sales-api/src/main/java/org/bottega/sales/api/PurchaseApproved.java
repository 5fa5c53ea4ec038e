package org.bottega.sales.api;

import java.time.Instant;
import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;
import org.bottega.api.Money;

/**
 * A purchase was paid.
 *
 * @param offer code of the offer it was bought by, or null when it was imported
 * @param buyer id of the buyer
 * @param price what was paid
 * @param purchasedAt when the purchase was made; a delayed payment is approved later
 */
@EventType("sales.PurchaseApproved")
public record PurchaseApproved(
        String transaction, String seller, String product, String offer, String buyer, Money price, Instant purchasedAt)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return transaction;
    }
}
