package org.bottega.itests.calls;

import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Calls around refunds. Everything belongs to the first seller. */
final class RefundCalls {

    private final Shop shop;
    private final Sales sales;

    private RefundCalls(Shop shop) {
        this.shop = shop;
        this.sales = new Sales(shop);
    }

    static void add(Examples examples, Shop shop) {
        RefundCalls calls = new RefundCalls(shop);
        examples.add("sales.listRefunds", calls::refunds)
                .add("sales.previewRefund", () -> calls.of(calls.sales.purchase(), "refund?percent=12.50"));
    }

    private Call refunds() {
        String transaction = sales.purchase();
        shop.send(sales.refundCall(transaction)).expect(200);
        return of(transaction, "refunds");
    }

    private Call of(String transaction, String rest) {
        return Call.get(shop.path("sales/purchases/" + transaction + "/" + rest))
                .ofSeller()
                .about(transaction);
    }
}
