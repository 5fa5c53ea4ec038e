package org.bottega.sales.api;

import java.time.Instant;
import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/**
 * A refund was asked for; the purchase is PROTESTED until that is answered.
 *
 * @param request id of the request
 * @param reason code of the reason
 * @param byBuyer whether the buyer asked himself, and not somebody for him
 * @param answerBy until when the seller is to answer
 */
@EventType("sales.RefundRequested")
public record RefundRequested(
        String transaction,
        String seller,
        String product,
        String buyer,
        String request,
        String reason,
        boolean byBuyer,
        Instant answerBy)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return transaction;
    }
}
