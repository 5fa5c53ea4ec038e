package org.bottega.sales.refund;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.bottega.api.Money;
import org.bottega.api.Problem;

/**
 * How much is to be given back (D18): a share of the price, an amount, or all that is left.
 *
 * @param percent of the price, 1 to 80 with at most two decimals, or null: one share at a time, which never is the whole price.
 *     An amount may be all that is left, and several shares may add up to it
 * @param amount at least one minor unit, or null
 */
public record RefundSize(BigDecimal percent, Money amount) {

    /** All that is left. */
    public static final RefundSize WHOLE = new RefundSize(null, null);

    private static final BigDecimal LEAST = BigDecimal.ONE;
    private static final BigDecimal MOST = BigDecimal.valueOf(80);
    private static final int DECIMALS = 2;

    public RefundSize {
        if (percent != null && amount != null) {
            throw Problem.invalid("amount-and-percent", "percent", "a percentage or an amount, not both");
        }
        if (percent != null && (percent.compareTo(LEAST) < 0 || percent.compareTo(MOST) > 0)) {
            throw Problem.invalid("percent-out-of-range", "percent", "from 1 to 80");
        }
        if (percent != null && percent.stripTrailingZeros().scale() > DECIMALS) {
            throw Problem.invalid("percent-too-fine", "percent", "at most two decimals");
        }
        if (amount != null && amount.minor() < 1) {
            throw Problem.invalid("amount-out-of-range", "amount", "at least one minor unit");
        }
    }

    /**
     * What that is, in minor units: a share is rounded half up, once, and leaves at least one minor unit of the price.
     *
     * @param price of which a percentage is taken
     * @param left what has not been given back yet
     * @throws Problem 400 {@code currency-mismatch}
     */
    public Money of(Money price, Money left) {
        if (percent != null) {
            BigDecimal share =
                    BigDecimal.valueOf(price.minor()).multiply(percent).movePointLeft(2);
            long rounded = share.setScale(0, RoundingMode.HALF_UP).longValueExact();
            return new Money(Math.min(rounded, Math.max(0, price.minor() - 1)), price.currency());
        }
        if (amount != null && !amount.currency().equals(price.currency())) {
            throw Problem.invalid("currency-mismatch", "amount.currency", price.currency() + ", as it was paid");
        }
        return amount == null ? left : amount;
    }

    /** Why so much cannot be given back: more than is left, or less than the smallest coin. */
    static Optional<Problem> refusal(Money wanted, Money left) {
        if (wanted.minor() < 1) {
            return Optional.of(Problem.conflict(
                    "refund-too-small",
                    "a share that small is less than one minor unit; the smallest price has no share"));
        }
        if (wanted.minor() > left.minor()) {
            return Optional.of(Problem.conflict("refund-exceeds-left", "only " + left + " have not been given back yet")
                    .with("left", left.minor()));
        }
        return Optional.empty();
    }
}
