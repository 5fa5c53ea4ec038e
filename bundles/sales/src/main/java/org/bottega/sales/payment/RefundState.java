package org.bottega.sales.payment;

/** Where a refund stands at its gateway. */
public enum RefundState {
    /** Written down before the gateway is told; its answer is not known yet. */
    INTENDED,
    /** The gateway has it and has not decided. */
    PENDING,
    /** The money went back. */
    DONE,
    /** The gateway refused; no money moved. */
    REFUSED
}
