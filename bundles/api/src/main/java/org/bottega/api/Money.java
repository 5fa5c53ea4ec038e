package org.bottega.api;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;

/**
 * An amount.
 *
 * @param minor minor units of the currency (cents, pence, yen), from {@code -MAX} to {@code MAX}
 * @param currency ISO 4217 code
 */
public record Money(long minor, String currency) {

    /** Largest amount taken, in minor units. Nine million of them can still be summed in a {@code long}. */
    public static final long MAX = 1_000_000_000_000L;

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .filter(c -> c.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());

    public Money {
        if (currency == null || !CODES.contains(currency)) {
            throw Problem.invalid("currency-unknown", "currency", "an ISO 4217 currency code such as EUR is expected");
        }
        if (minor > MAX || minor < -MAX) {
            throw Problem.invalid("amount-too-large", "amount", "at most " + MAX + " minor units");
        }
    }

    /** The sum, of the same currency. */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    /** The difference, of the same currency. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    private Money same(Money other) {
        if (!other.currency.equals(currency)) {
            throw new IllegalArgumentException(currency + " against " + other.currency);
        }
        return other;
    }

    /** The amount in major units with the currency's own number of decimals. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    /** For people and logs: {@code 12.50 EUR}. */
    @Override
    public String toString() {
        return decimal().toPlainString() + " " + currency;
    }
}
