package org.bottega.sales.refund;

import java.time.Instant;
import org.bottega.sales.RefundPolicy;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.RefundTerms;

/**
 * The clause that decides, copied onto the purchase when it was sold (D8). A day is 24 hours, whatever clocks do meanwhile.
 *
 * @param buyerUntil the first instant at which the buyer can no longer ask
 * @param sellerUntil the first instant at which the seller can no longer give back
 */
public record Clause(RefundPolicy policy, Instant buyerUntil, Instant sellerUntil, RefundTerms terms) {

    static Clause of(PurchaseRow purchase) {
        RefundTerms terms = purchase.terms();
        Instant sale = purchase.purchasedAt();
        return new Clause(terms.policy(), terms.customerEnds(sale), terms.sellerEnds(sale), terms);
    }

    public Instant until(Side side) {
        return side == Side.BUYER ? buyerUntil : sellerUntil;
    }

    /** The clause in words. */
    public String words(Side side) {
        return side == Side.BUYER
                ? "a buyer may ask " + terms.customerClause()
                : "a seller may give back " + terms.sellerClause();
    }
}
