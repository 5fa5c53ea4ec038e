package org.bottega.sales.bundle;

/**
 * One product of a purchase.
 *
 * @param product its id
 * @param name as it was called when sold
 */
public record Item(String product, String name) {}
