package org.bottega.sales.refund;

/** Where a refund request stands. */
public enum RefundRequestState {
    /** Waiting for the seller's answer. */
    OPEN,
    /** Approved; the gateway has not decided yet. */
    PROCESSING,
    /** All was given back. */
    APPROVED,
    /** The seller declined. */
    DECLINED,
    /** The buyer took it back. */
    WITHDRAWN,
    /** The bank has the case now. */
    CLOSED
}
