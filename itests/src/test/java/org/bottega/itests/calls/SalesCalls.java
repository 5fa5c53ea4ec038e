package org.bottega.itests.calls;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Supplier;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Calls of the module sales. Everything belongs to the first seller. */
final class SalesCalls {

    private final Shop shop;
    private final Sales sales;

    private SalesCalls(Shop shop) {
        this.shop = shop;
        this.sales = new Sales(shop);
    }

    static void add(Examples examples, Shop shop) {
        SalesCalls calls = new SalesCalls(shop);
        calls.catalog(examples);
        calls.purchases(examples);
        calls.afterSale(examples);
        calls.imports(examples);
    }

    private void catalog(Examples examples) {
        examples.add("sales.addProduct", () -> sales.productCall(shop.sellerOne()))
                .add("sales.listProducts", () -> {
                    sales.product();
                    return get("products?seller=" + shop.sellerOne()).about(shop.sellerOne());
                })
                .add("sales.listProducts", () -> next("products?limit=1", sales::product))
                .add("sales.getProduct", () -> about("products/", sales.product(), ""))
                .add("sales.addOffer", () -> sales.offerCall(sales.product()))
                .add("sales.listOffers", () -> {
                    String product = sales.product();
                    sales.offer(product);
                    return about("offers?product=", product, "");
                })
                .add("sales.listOffers", () -> next("offers?limit=1", sales::offer))
                .add("sales.getOffer", () -> about("offers/", sales.offer(), ""));
    }

    private void purchases(Examples examples) {
        examples.add("sales.sell", () -> sales.purchaseCall(sales.offer(), Sales.APPROVED))
                .add("sales.listPurchases", () -> about("purchases?transaction=", sales.purchase(), ""))
                .add("sales.listPurchases", () -> {
                    sales.purchase();
                    return about("purchases?status=ANY&seller=", shop.sellerOne(), "");
                })
                .add("sales.listPurchases", () -> next("purchases?limit=1", sales::purchase))
                .add("sales.getPurchase", () -> about("purchases/", sales.purchase(), ""))
                .add("sales.summary", () -> {
                    sales.purchase();
                    return about("summary?seller=", shop.sellerOne(), "");
                });
    }

    private void afterSale(Examples examples) {
        examples.add("sales.resendAccess", () -> {
                    String transaction = sales.purchase();
                    awaitLink(transaction, "access");
                    return Call.post(shop.path("sales/purchases/" + transaction + "/resend-access"), "{}")
                            .ofSeller()
                            .about(transaction);
                })
                .add("sales.previewRefund", () -> about("purchases/", sales.purchase(), "/refund"))
                .add("sales.refund", () -> sales.refundCall(sales.purchase()))
                .add("sales.openAccess", () -> link("access"))
                .add("sales.openReceipt", () -> link("receipts"));
    }

    private void imports(Examples examples) {
        examples.add("sales.startImport", () -> sales.importCall(shop.sellerOne()))
                .add("sales.listImports", () -> {
                    sales.imported();
                    return get("imports");
                })
                .add("sales.listImports", () -> next("imports?limit=1", sales::imported))
                .add("sales.getImport", () -> about("imports/", sales.imported(), ""))
                .add("sales.listImportErrors", () -> about("imports/", sales.imported(), "/errors"));
    }

    private Call get(String rest) {
        return Call.get(shop.path("sales/" + rest)).ofSeller();
    }

    private Call about(String before, String id, String after) {
        return get(before + id + after).about(id);
    }

    /** The second page of a list that has at least two items. */
    private Call next(String list, Supplier<String> item) {
        item.get();
        item.get();
        Answer first = shop.sendAsOne(get(list)).expect(200);
        String cursor = first.text("next");
        return get(list + "&cursor=" + Call.enc(cursor)).about(cursor);
    }

    /** A link from a mail about a new purchase. */
    private Call link(String kind) {
        String path = awaitLink(sales.purchase(), kind);
        return Call.get(path).about(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Waits for the events after a purchase, which grant access and write the mails. */
    private String awaitLink(String transaction, String kind) {
        return await("a mail with a link to " + kind)
                .atMost(Duration.ofSeconds(30))
                .until(() -> sales.mails().link(transaction, kind), found -> !found.isEmpty());
    }
}
