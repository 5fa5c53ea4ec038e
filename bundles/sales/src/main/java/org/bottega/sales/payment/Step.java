package org.bottega.sales.payment;

/** What a gateway is asked to do for a payment. */
enum Step {
    /** Take the money. */
    CHARGE,
    /** Print a slip. */
    PRINT,
    /** Keep the means of payment for later. */
    KEEP,
    /** Say whether the means of payment are kept. */
    KEPT,
    /** Say how the charge stands. */
    ASK,
    /** Try once more to collect. */
    RETRY,
    /** Make the charge void, or say how it stands. */
    CANCEL
}
