package org.bottega.sales;

import java.time.Instant;
import org.bottega.api.Money;
import org.bottega.api.Problem;

/**
 * A price at which a product can be bought.
 *
 * @param id the offer code, {@code OF…}
 * @param name for the seller, up to 200 characters, or null
 * @param price more than nothing
 * @param releaseAt sold before this instant it is a pre-order, delivered and charged then; or null
 * @param archivedAt since when nothing is sold at this price any more, or null
 */
public record Offer(
        String id,
        String seller,
        String product,
        String name,
        Money price,
        Instant createdAt,
        Instant releaseAt,
        Instant archivedAt) {
    public Offer {
        name = name == null ? null : Check.text("name", name, 200);
        if (price == null) {
            throw Problem.invalid("field-missing", "price", "an amount and a currency are expected");
        }
        if (price.minor() <= 0) {
            throw Problem.invalid("price-not-positive", "price.amount", "at least 1 minor unit");
        }
    }
}
