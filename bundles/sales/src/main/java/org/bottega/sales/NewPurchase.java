package org.bottega.sales;

import org.bottega.api.Problem;
import org.bottega.sales.coupon.Coupon;

/**
 * A sale to be made.
 *
 * @param offer offer code
 * @param payment CARD or BILLET
 * @param card number of the card to charge, 12 to 19 digits; handed to the gateway, never kept, never written to a log. Null
 *     for a BILLET
 * @param coupon its code in upper case, or null
 */
public record NewPurchase(String offer, NewBuyer buyer, PaymentType payment, String card, String coupon) {

    private static final int SHOWN = 4;

    /** By card. */
    public NewPurchase(String offer, NewBuyer buyer, String card, String coupon) {
        this(offer, buyer, PaymentType.CARD, card, coupon);
    }

    /** By card, without a coupon. */
    public NewPurchase(String offer, NewBuyer buyer, String card) {
        this(offer, buyer, PaymentType.CARD, card, null);
    }

    public NewPurchase {
        coupon = coupon == null ? null : Coupon.code(coupon);
        offer = Check.text("offer", offer, 26);
        if (buyer == null) {
            throw Problem.invalid("field-missing", "buyer", "the buyer's e-mail and name are expected");
        }
        if (payment != PaymentType.CARD && payment != PaymentType.BILLET) {
            throw Problem.invalid("payment-type-unknown", "payment.type", "CARD or BILLET is expected");
        }
        if (payment == PaymentType.BILLET) {
            if (card != null) {
                throw Problem.invalid("card-not-expected", "payment.card", "a BILLET is paid without a card");
            }
        } else if (card == null || !card.matches("[0-9]{12,19}")) {
            throw Problem.invalid("card-invalid", "payment.card", "12 to 19 digits are expected");
        }
    }

    /** The last digits, which may be kept and shown; null without a card. */
    public String lastFour() {
        return card == null ? null : card.substring(card.length() - SHOWN);
    }

    @Override
    public String toString() {
        return "NewPurchase[" + offer + ", " + payment + " …" + lastFour() + "]";
    }
}
