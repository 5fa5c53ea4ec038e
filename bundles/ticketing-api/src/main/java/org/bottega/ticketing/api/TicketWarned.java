package org.bottega.ticketing.api;

import java.time.Instant;
import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/**
 * Nobody has touched a support ticket for long (TKT-27, TKT-28, TKT-31).
 *
 * @param ticket its code
 * @param type what it asks for
 * @param transaction of the purchase
 * @param product id of the product, or null
 * @param buyer id of the buyer
 * @param actor who did it
 * @param number 1 for the first warning of this silence
 * @param waitsFor who is to answer: SELLER or CUSTOMER
 * @param next when the next warning goes out, or the ticket is closed
 */
@EventType("ticketing.TicketWarned")
public record TicketWarned(
        String ticket,
        String type,
        String seller,
        String transaction,
        String product,
        String buyer,
        String actor,
        int number,
        String waitsFor,
        Instant next)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return ticket;
    }
}
