package org.bottega.ticketing.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/**
 * A ticket was closed without being processed (TKT-14).
 *
 * @param ticket its code
 * @param type what it asks for
 * @param transaction of the purchase
 * @param product id of the product, or null
 * @param buyer id of the buyer
 * @param actor who did it
 * @param why ASKED, SILENCE, WITHDRAWN, DECLINED, CONTESTED, REFUNDED (by another way) or ENDED (in sales, which did not say why)
 * @param consent whether the customer agreed to what the seller did (TKT-16)
 */
@EventType("ticketing.TicketClosed")
public record TicketClosed(
        String ticket,
        String type,
        String seller,
        String transaction,
        String product,
        String buyer,
        String actor,
        String why,
        boolean consent)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return ticket;
    }
}
