package org.bottega.sales;

/** How a purchase was paid. */
public enum PaymentType {
    /** By card, through a gateway. */
    CARD,
    /** There was nothing to pay: a coupon took the whole price. */
    FREE,
    /** By a slip that the buyer pays at a bank, through a gateway. */
    BILLET,
    /** Elsewhere, before it was imported: there is no payment here, hence nothing to refund. */
    IMPORTED
}
