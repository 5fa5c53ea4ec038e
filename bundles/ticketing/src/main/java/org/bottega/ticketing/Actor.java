package org.bottega.ticketing;

/** Who does something to a ticket (TKT-02). */
public enum Actor {
    /** The buyer. */
    CUSTOMER,
    /** The seller of the product, or staff with his rights. */
    SELLER,
    /** The platform's own people, who write down what customers say on the phone: for clocks they count as customers. */
    OPERATOR,
    /** Timers. */
    SYSTEM
}
