package org.bottega.sales.api;

import java.util.Optional;

/** Where a purchase stands (SAL-10, D11). Which may follow which is in one table of the module {@code sales}. */
public enum PurchaseStatus {
    /** Begun; nothing has been asked of a gateway yet. */
    STARTED,
    /** Sold before it can be delivered; the charge comes later. */
    PRE_ORDER,
    /** The gateway has been, or is being, asked for the money. */
    PROCESSING_TRANSACTION,
    /** The gateway examines the charge for fraud. Spelled as its users know it. */
    UNDER_ANALISYS,
    /** A payment slip was printed; the buyer pays it later. */
    PRINTED_BILLET,
    /** The gateway took the charge and has not decided yet. */
    WAITING_PAYMENT,
    /** What was to be paid later has not been paid in time. */
    OVERDUE,
    /** What was to be paid later was never paid. */
    EXPIRED,
    /** Refused: not enough money. */
    NO_FUNDS,
    /** Refused: the means of payment is blocked. */
    BLOCKED,
    /** Given up before it was paid. */
    CANCELLED,
    /** Paid; the guarantee runs. */
    APPROVED,
    /** Paid, and the guarantee has elapsed. */
    COMPLETE,
    /** The buyer has asked for a refund: <em>claimed</em> for people. */
    PROTESTED,
    /** A part of the money was given back. */
    PARTIALLY_REFUNDED,
    /** All the money was given back. */
    REFUNDED,
    /** The bank took the money back. */
    CHARGEBACK;

    /** What people call it: the name, except that PROTESTED is CLAIMED (D11). */
    public String label() {
        return this == PROTESTED ? "CLAIMED" : name();
    }

    /** The status with this name or label. */
    public static Optional<PurchaseStatus> named(String text) {
        for (PurchaseStatus status : values()) {
            if (status.name().equals(text) || status.label().equals(text)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
