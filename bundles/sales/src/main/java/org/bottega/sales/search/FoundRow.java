package org.bottega.sales.search;

import org.bottega.api.Money;
import org.bottega.persistence.Row;
import org.bottega.sales.RefundPolicy;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.Purchase.Buyer;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.store.RefundTerms;

/** Makes purchases of rows. */
final class FoundRow {

    /** Columns in the order they are read. */
    static final String SELECT = "select id, status, product_id, product_name, offer_id, seller_id, buyer_id,"
            + " buyer_email, buyer_name, amount, currency, coalesce(list_amount, amount), coupon_code, refunded,"
            + " payment_type, purchased_at, refund_policy, guarantee_days, seller_days, source,"
            + " terms_from";

    private FoundRow() {}

    static Purchase purchase(Row row) {
        String currency = row.string(11);
        RefundTerms terms = new RefundTerms(
                RefundPolicy.valueOf(row.string(17)), (int) row.number(18), (int) row.number(19), row.instant(21));
        return new Purchase(
                row.string(1),
                PurchaseStatus.valueOf(row.string(2)),
                row.string(3),
                row.string(4),
                row.string(5),
                row.string(6),
                new Buyer(row.string(7), row.string(8), row.string(9)),
                new Money(row.number(10), currency),
                new Money(row.number(12), currency),
                row.string(13),
                new Money(row.number(14), currency),
                row.string(15),
                row.instant(16),
                terms.sellerEnds(row.instant(16)),
                row.string(20));
    }
}
