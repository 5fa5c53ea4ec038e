package org.bottega.sales.api;

import java.time.Instant;
import org.bottega.api.Money;

/**
 * That a refund was asked for, as other modules see it.
 *
 * @param id of the request
 * @param transaction of the purchase
 * @param seller id of its seller
 * @param buyer id of its buyer
 * @param keeper id of the module that looks after it, or null: sales itself does
 * @param key of the command by which the keeper opened it, or null when it was opened in sales
 * @param state where it stands
 * @param byBuyer whether the buyer asked himself, and not somebody for him
 * @param reason code of the reason
 * @param amount what is to be given back
 * @param openedAt when it was opened
 */
public record RefundCase(
        String id,
        String transaction,
        String seller,
        String buyer,
        String keeper,
        String key,
        State state,
        boolean byBuyer,
        String reason,
        Money amount,
        Instant openedAt) {

    /** Where a request stands. */
    public enum State {
        /** Nothing is decided; the purchase is PROTESTED. */
        OPEN,
        /** Granted; the gateway has not decided yet. */
        GRANTING,
        /** The money was given back. */
        GRANTED,
        /** It came to nothing: declined, taken back, or the bank has the case. */
        ENDED
    }
}
