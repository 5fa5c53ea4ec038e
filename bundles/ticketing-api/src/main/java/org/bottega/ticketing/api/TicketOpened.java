package org.bottega.ticketing.api;

import java.time.Instant;
import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/**
 * A ticket was opened (TKT-05).
 *
 * @param ticket its code
 * @param type what it asks for
 * @param transaction of the purchase
 * @param product id of the product, or null
 * @param buyer id of the buyer
 * @param actor who did it
 * @param reason code of the reason
 * @param dueAt when something happens by itself
 */
@EventType("ticketing.TicketOpened")
public record TicketOpened(
        String ticket,
        String type,
        String seller,
        String transaction,
        String product,
        String buyer,
        String actor,
        String reason,
        Instant dueAt)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return ticket;
    }
}
