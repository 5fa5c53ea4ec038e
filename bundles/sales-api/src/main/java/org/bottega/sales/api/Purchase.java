package org.bottega.sales.api;

import java.time.Instant;
import org.bottega.api.Money;

/**
 * One purchase: a transaction of a buyer with a seller.
 *
 * @param transaction its code, {@code HP…}, which people quote
 * @param product id of the product, or null when it was imported without one
 * @param productName what the product was called when it was sold, or null
 * @param offer code of the offer it was bought by, or null when it was imported
 * @param seller id of the seller
 * @param buyer who bought
 * @param price what was to be paid
 * @param listPrice the offer's price, before the coupon
 * @param coupon code of the coupon it was bought with, or null
 * @param refunded what was given back so far, of the price's currency
 * @param paymentType {@code CARD} or {@code BILLET}; {@code FREE} when a coupon took all; {@code IMPORTED} when it was paid
 *     elsewhere
 * @param refundableUntil the instant from which on the seller can no longer refund it (D8)
 * @param source transaction code in the system it was imported from, or null
 */
public record Purchase(
        String transaction,
        PurchaseStatus status,
        String product,
        String productName,
        String offer,
        String seller,
        Buyer buyer,
        Money price,
        Money listPrice,
        String coupon,
        Money refunded,
        String paymentType,
        Instant purchasedAt,
        Instant refundableUntil,
        String source) {

    /**
     * Who bought, as known when it was sold. Personal data.
     *
     * @param id stable id within the tenant
     * @param email in lower case
     * @param name or null when an import did not tell
     */
    public record Buyer(String id, String email, String name) {}
}
