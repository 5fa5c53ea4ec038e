package org.bottega.sales.payment;

/** Where the charge of a purchase stands at its gateway. */
public enum PaymentState {
    /** Written down before the gateway is asked; its answer is not known yet. */
    INTENDED,
    /** The gateway has it and has not decided. */
    PENDING,
    /** The money came. */
    APPROVED,
    /** The gateway refused. */
    REFUSED,
    /** The gateway never saw it: given up. */
    ABANDONED,
    /** All of it was given back. */
    REFUNDED,
    /** Contested at the bank, not decided yet (D11). */
    DISPUTED,
    /** The bank took it back. */
    CHARGED_BACK
}
