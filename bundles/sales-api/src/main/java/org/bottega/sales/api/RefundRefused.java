package org.bottega.sales.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;
import org.bottega.api.Money;

/**
 * The gateway refused to give money back that the seller had agreed to. No money moved.
 *
 * @param refund id of the refund
 * @param amount what was to be given back
 */
@EventType("sales.RefundRefused")
public record RefundRefused(
        String transaction, String seller, String product, String buyer, String refund, Money amount)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return transaction;
    }
}
