package org.bottega.ticketing.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/**
 * Somebody wrote on a ticket.
 *
 * @param ticket its code
 * @param type what it asks for
 * @param transaction of the purchase
 * @param product id of the product, or null
 * @param buyer id of the buyer
 * @param actor who did it
 * @param comment id of what was written
 */
@EventType("ticketing.TicketCommented")
public record TicketCommented(
        String ticket,
        String type,
        String seller,
        String transaction,
        String product,
        String buyer,
        String actor,
        String comment)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return ticket;
    }
}
