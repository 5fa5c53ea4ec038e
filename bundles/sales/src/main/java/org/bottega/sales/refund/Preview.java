package org.bottega.sales.refund;

import java.util.List;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.sales.RequestKey;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;

/**
 * What a refund would do (REF-02). Nothing is kept of it and nobody pays a fee.
 *
 * @param purchase as it is now
 * @param amount what would be given back
 * @param left what has not been given back yet
 * @param lost what the buyer could no longer reach; nothing while a part of the price stays paid
 * @param clause the terms it was sold under
 * @param refusals why it would be refused: all that holds, the weightiest first
 * @param keeper id of the module that would take it over (D9), or null: it would be given back at once
 */
public record Preview(
        Purchase purchase,
        Money amount,
        Money left,
        List<Lost> lost,
        Clause clause,
        List<Problem> refusals,
        String keeper) {

    public Preview {
        lost = List.copyOf(lost);
        refusals = List.copyOf(refusals);
    }

    /** A product that could no longer be reached. */
    public record Lost(String product, String name) {}

    public boolean refundable() {
        return refusals.isEmpty();
    }

    /** What the purchase would be afterwards. */
    public PurchaseStatus statusAfter() {
        boolean claimed = purchase.status() == PurchaseStatus.PROTESTED;
        PurchaseStatus part = claimed ? PurchaseStatus.PROTESTED : PurchaseStatus.PARTIALLY_REFUNDED;
        return amount.equals(left) ? PurchaseStatus.REFUNDED : part;
    }

    /** Stands for all that is shown here: another one means that something has changed. */
    public String expected() {
        return RequestKey.hash(purchase.transaction()
                + '/'
                + purchase.status()
                + '/'
                + purchase.buyer().email()
                + '/'
                + left
                + '/'
                + amount
                + '/'
                + lost
                + (keeper == null ? "" : '/' + keeper));
    }
}
