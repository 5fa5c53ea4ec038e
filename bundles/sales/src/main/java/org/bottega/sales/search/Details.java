package org.bottega.sales.search;

import java.util.Locale;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.sales.coupon.Coupon;

/**
 * What else purchases can be found by (SAL-09). All that is given must hold; null asks nothing.
 *
 * @param transactionStarts beginning of the transaction code, whatever its case
 * @param emailStarts beginning of the buyer's address, whatever its case
 * @param offer offer code
 * @param coupon code of the coupon, whatever its case
 * @param taxId the buyer's, exactly as told at the sale
 * @param currency of the price
 * @param amountFrom price in minor units, at least
 * @param amountTo price in minor units, at most
 */
public record Details(
        String transactionStarts,
        String emailStarts,
        String offer,
        String coupon,
        String taxId,
        String currency,
        Long amountFrom,
        Long amountTo) {

    /** Nothing else. */
    public static final Details NONE = new Details(null, null, null, null, null, null, null, null);

    public Details {
        transactionStarts = given(transactionStarts) ? transactionStarts.strip().toUpperCase(Locale.ROOT) : null;
        emailStarts = given(emailStarts) ? emailStarts.strip().toLowerCase(Locale.ROOT) : null;
        offer = given(offer) ? offer : null;
        coupon = given(coupon) ? Coupon.code(coupon) : null;
        taxId = given(taxId) ? taxId.strip() : null;
        currency = given(currency) ? new Money(0, currency).currency() : null;
        if (amountFrom != null && amountTo != null && amountFrom > amountTo) {
            throw Problem.invalid("amounts-reversed", "amountTo", "at least amountFrom");
        }
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
