package org.bottega.sales;

/**
 * What purchases of one currency come to.
 *
 * @param amount sum of the prices, in minor units
 */
public record Total(String currency, long count, long amount) {}
