package org.bottega.ticketing.api;

import java.time.Instant;

/**
 * A ticket as other modules see it.
 *
 * @param code by which people quote it, {@code TK…}
 * @param type REFUND, CANCELLATION or SUPPORT
 * @param state OPENING, OPEN, PROCESSING or CLOSED
 * @param transaction of the purchase
 * @param product id of the product, or null
 * @param buyer id of the buyer
 * @param reason code of the reason
 * @param openedBy CUSTOMER, SELLER or OPERATOR
 * @param dueAt when something happens by itself, or null
 */
public record Ticket(
        String code,
        String type,
        String state,
        String seller,
        String transaction,
        String product,
        String buyer,
        String reason,
        String openedBy,
        Instant openedAt,
        Instant dueAt) {}
