package org.bottega.sales.payment;

import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.api.spi.SlipGateway.Slip;

/**
 * What a gateway answered.
 *
 * @param step what it was asked
 * @param slip when it printed one
 * @param means the token, when it keeps means of payment
 * @param attempt of a RETRY: which one it was
 */
record Answer(Step step, Outcome outcome, Slip slip, String means, int attempt) {

    /** An answer that is an outcome and nothing more. */
    static Answer of(Step step, Outcome outcome) {
        return new Answer(step, outcome, null, null, 0);
    }
}
