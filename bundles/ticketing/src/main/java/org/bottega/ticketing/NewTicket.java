package org.bottega.ticketing;

import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.ticketing.Actors.Behalf;

/**
 * What somebody asks for.
 *
 * @param transaction of the purchase
 * @param reason code of the reason: for REFUND one of sales, for SUPPORT a {@link SupportReason}
 * @param comment in his words, 1 to 10,000 characters; may be null, except for SUPPORT
 * @param behalf see {@link Actors#of}
 * @param amount what is to be given back, or null: all that is left (D18)
 */
public record NewTicket(
        TicketType type, String transaction, String reason, String comment, Behalf behalf, Money amount) {

    public NewTicket {
        if (type == null) {
            throw Problem.invalid("field-missing", "type", "REFUND, CANCELLATION or SUPPORT");
        }
        if (transaction == null || transaction.isBlank()) {
            throw Problem.invalid("field-missing", "transaction", "the transaction of a purchase");
        }
        if (type == TicketType.CANCELLATION) {
            throw cancellation();
        }
        boolean support = type == TicketType.SUPPORT;
        reason = support ? Check.support("reason", reason) : Check.code("reason", reason);
        comment = comment == null && !support ? null : Check.body("comment", comment);
        if (support && amount != null) {
            throw Problem.invalid("amount-not-allowed", "amount", "a refund has an amount, support has none");
        }
    }

    /** The refusal of cancellations while no module offers subscriptions (D9, D27). */
    static Problem cancellation() {
        return Problem.conflict("cancellation-not-offered", "no module offers subscriptions");
    }
}
