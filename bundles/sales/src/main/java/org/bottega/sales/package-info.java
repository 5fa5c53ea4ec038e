/**
 * Selling: products and offers, purchases, payments, refunds, access. The domain in plain Java; {@code store} keeps it,
 * {@code web} serves it, {@code payment} moves the money, {@code reaction} hears events and does what falls due.
 */
package org.bottega.sales;
