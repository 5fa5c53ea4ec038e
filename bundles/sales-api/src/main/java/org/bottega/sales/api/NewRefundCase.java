package org.bottega.sales.api;

import java.time.Instant;
import org.bottega.api.Money;

/**
 * A refund that is asked for.
 *
 * @param transaction of the purchase
 * @param byBuyer whose clause decides: the buyer's or the seller's (REF-11, REF-12)
 * @param since the instant by which the age of the sale is judged (D25), or null: now. Never after now
 * @param amount what is to be given back, or null: all that is left (D18)
 * @param reason code of the reason, one of those that sales knows
 * @param remark in the words of who asks, up to 1000 characters, or null; with reason OTHER there must be one. Personal
 */
public record NewRefundCase(
        String transaction, boolean byBuyer, Instant since, Money amount, String reason, String remark) {}
