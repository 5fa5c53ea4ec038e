package org.bottega.sales.coupon;

import java.math.BigDecimal;
import org.bottega.api.Money;
import org.bottega.api.Problem;

/**
 * What a coupon takes off: a part of the price, or an amount.
 *
 * @param percent hundredths of a percent, {@link #LEAST} to {@link #WHOLE}, or null
 * @param amount more than nothing, or null
 */
public record Reduction(Integer percent, Money amount) {

    /** One percent. */
    public static final int LEAST = 100;

    /** All of the price. */
    public static final int WHOLE = 10_000;

    public Reduction {
        if ((percent == null) == (amount == null)) {
            throw Problem.invalid("reduction-unclear", "percent", "either percent or amount");
        }
        if (percent != null && (percent < LEAST || percent > WHOLE)) {
            throw Problem.invalid("percent-out-of-range", "percent", "1 to 100, with at most two decimals");
        }
        if (amount != null && amount.minor() <= 0) {
            throw Problem.invalid("amount-not-positive", "amount.amount", "at least 1 minor unit");
        }
    }

    /** From what people write: {@code 12.5} percent, or an amount. */
    public static Reduction of(BigDecimal percent, Money amount) {
        if (percent == null) {
            return new Reduction(null, amount);
        }
        if (percent.stripTrailingZeros().scale() > 2 || percent.abs().compareTo(BigDecimal.valueOf(1000)) > 0) {
            throw Problem.invalid("percent-out-of-range", "percent", "1 to 100, with at most two decimals");
        }
        return new Reduction(percent.movePointRight(2).intValueExact(), amount);
    }

    /** The part in percent, for people; null when it is an amount. */
    public BigDecimal decimal() {
        return percent == null ? null : BigDecimal.valueOf(percent, 2);
    }

    /**
     * What is left of a price: never less than nothing. The part taken off is rounded half up to minor units.
     *
     * @throws Problem 409 {@code coupon-currency} when the amount is of another currency
     */
    public Money from(Money price) {
        if (percent != null) {
            long off = (Math.multiplyExact(price.minor(), percent) + WHOLE / 2) / WHOLE;
            return new Money(price.minor() - off, price.currency());
        }
        if (!amount.currency().equals(price.currency())) {
            throw Problem.conflict(
                    "coupon-currency", "it takes off " + amount.currency() + ", the price is in " + price.currency());
        }
        return new Money(Math.max(0, price.minor() - amount.minor()), price.currency());
    }
}
