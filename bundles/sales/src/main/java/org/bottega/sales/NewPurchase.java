package org.bottega.sales;

import org.bottega.api.Problem;
import org.bottega.sales.coupon.Coupon;

/**
 * A sale to be made.
 *
 * @param offer offer code
 * @param coupon its code in upper case, or null
 * @param card number of the card to charge, 12 to 19 digits; handed to the gateway, never kept, never written to a log
 */
public record NewPurchase(String offer, NewBuyer buyer, String card, String coupon) {

    private static final int SHOWN = 4;

    /** Without a coupon. */
    public NewPurchase(String offer, NewBuyer buyer, String card) {
        this(offer, buyer, card, null);
    }

    public NewPurchase {
        coupon = coupon == null ? null : Coupon.code(coupon);
        offer = Check.text("offer", offer, 26);
        if (buyer == null) {
            throw Problem.invalid("field-missing", "buyer", "the buyer's e-mail and name are expected");
        }
        if (card == null || !card.matches("[0-9]{12,19}")) {
            throw Problem.invalid("card-invalid", "payment.card", "12 to 19 digits are expected");
        }
    }

    /** The last digits, which may be kept and shown. */
    public String lastFour() {
        return card.substring(card.length() - SHOWN);
    }

    @Override
    public String toString() {
        return "NewPurchase[" + offer + ", card …" + lastFour() + "]";
    }
}
