package org.bottega.sales;

/** By which clause a sale may be given back; the product's when it is sold, never changed afterwards (D8). */
public enum RefundPolicy {
    /** Within the guarantee: 7, 15, 21 or 30 days from the sale. */
    GUARANTEE,
    /** While the sale is less than 60 days old for the customer, 90 for the seller (REF-11, REF-12). */
    TICKET
}
