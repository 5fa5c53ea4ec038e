package org.bottega.sales;

/** What is sold under one name. */
public enum ProductKind {
    /** One thing. */
    SINGLE,
    /** Several products of the same seller, each of which the buyer reaches by itself (SAL-08, MEM-06). */
    BUNDLE
}
