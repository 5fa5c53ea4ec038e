package org.bottega.ticketing.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/**
 * What a ticket asked for was done, and it is closed (TKT-24).
 *
 * @param ticket its code
 * @param type what it asks for
 * @param transaction of the purchase
 * @param product id of the product, or null
 * @param buyer id of the buyer
 * @param actor who did it
 */
@EventType("ticketing.TicketProcessed")
public record TicketProcessed(
        String ticket, String type, String seller, String transaction, String product, String buyer, String actor)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return ticket;
    }
}
