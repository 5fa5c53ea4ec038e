package org.bottega.sales.payment;

/** Where the payment of a purchase stands, apart from where the purchase does (D11). */
public enum PaymentState {
    /** Written down before the gateway is asked; its answer is not known yet. */
    INTENDED,
    /** Of a pre-order: the gateway keeps the means of payment, to be charged at the release. */
    SCHEDULED,
    /** The gateway has it and has not decided; or a slip was printed and has not been paid. */
    PENDING,
    /** The money came. */
    PAID,
    /** Not collected because of a problem at the customer's bank: to be tried again (LOY-05). */
    UNPAID,
    /** The gateway refused. */
    REFUSED,
    /** Given up before it was paid: cancelled, expired, or never seen by the gateway. */
    ABANDONED,
    /** All of it was given back. */
    REFUNDED,
    /** Contested at the bank, not decided yet; until then nothing is given back (LOY-08). */
    DISPUTED,
    /** The bank took it back. */
    CHARGED_BACK
}
