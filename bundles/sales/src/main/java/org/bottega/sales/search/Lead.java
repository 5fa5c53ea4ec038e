package org.bottega.sales.search;

import java.util.ArrayList;
import java.util.List;
import org.bottega.sales.PurchaseFilter;

/**
 * An index that can lead to what is searched.
 *
 * @param index as Derby is told: {@code index=name}
 * @param only the conditions it serves by itself
 * @param few whether there can only be a few: they are never counted
 * @param sorted whether it gives them newest first
 */
record Lead(String index, Query only, boolean few, boolean sorted) {

    /** Leads of a search, the narrowest first. */
    static List<Lead> of(Search search, String tenant) {
        PurchaseFilter filter = search.filter();
        Details more = search.details();
        List<Lead> leads = new ArrayList<>();
        leads.add(equal("constraint=sales_purchase_pk", tenant, "id", filter.transaction())
                .onlyFew());
        leads.add(equal("index=sales_purchase_tax", tenant, "buyer_tax_id", more.taxId())
                .onlyFew());
        leads.add(equal("index=sales_purchase_email", tenant, "buyer_email", filter.buyerEmail())
                .onlyFew());
        leads.add(starts("constraint=sales_purchase_pk", tenant, "id", more.transactionStarts()));
        leads.add(starts("index=sales_purchase_email", tenant, "buyer_email", more.emailStarts()));
        leads.add(starts("index=sales_purchase_name", tenant, "buyer_name_key", filter.buyerName()));
        Query amount = new Query(tenant).andIf(more.amountFrom(), "amount >= ?").andIf(more.amountTo(), "amount <= ?");
        leads.add(new Lead("index=sales_purchase_amount", amount, false, false));
        leads.add(equal("index=sales_purchase_coupon", tenant, "coupon_code", more.coupon()));
        leads.add(equal("index=sales_purchase_offer", tenant, "offer_id", more.offer()));
        leads.add(equal("index=sales_purchase_product", tenant, "product_id", filter.product()));
        leads.removeIf(lead -> lead.only().isAll());
        return leads;
    }

    private static Lead equal(String index, String tenant, String column, String value) {
        return new Lead(index, new Query(tenant).andIf(value, column + " = ?"), false, true);
    }

    private static Lead starts(String index, String tenant, String column, String prefix) {
        return new Lead(index, new Query(tenant).starts(column, prefix), false, false);
    }

    private Lead onlyFew() {
        return new Lead(index, only, true, sorted);
    }
}
