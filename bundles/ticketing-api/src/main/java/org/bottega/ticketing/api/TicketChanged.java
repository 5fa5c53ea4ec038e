package org.bottega.ticketing.api;

import java.time.Instant;
import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/**
 * A ticket asks for something else from now on (TKT-15, TKT-26).
 *
 * @param ticket its code
 * @param type what it asks for
 * @param transaction of the purchase
 * @param product id of the product, or null
 * @param buyer id of the buyer
 * @param actor who did it
 * @param before what it asked for before
 * @param consent whether the customer agreed to what the seller did (TKT-16)
 * @param dueAt when something happens by itself
 */
@EventType("ticketing.TicketChanged")
public record TicketChanged(
        String ticket,
        String type,
        String seller,
        String transaction,
        String product,
        String buyer,
        String actor,
        String before,
        boolean consent,
        Instant dueAt)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return ticket;
    }
}
