package org.bottega.sales.refund;

import java.time.Instant;
import org.bottega.api.Money;
import org.bottega.sales.payment.RefundState;

/**
 * Money that was, or is being, given back.
 *
 * @param product the product it is for, or null: the whole order
 * @param by kind and id of who commanded it
 * @param at when it was commanded
 * @param settledAt when the gateway's decision was heard, or null
 * @param request id of the refund request it answers, or null
 */
public record Refund(
        String id,
        RefundState state,
        Money amount,
        String product,
        String reason,
        String by,
        Instant at,
        Instant settledAt,
        String request) {}
