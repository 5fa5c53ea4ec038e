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
        examples.add("createProduct", () -> sales.productCall(shop.sellerOne()))
                .add("listProducts", () -> {
                    sales.product();
                    return get("products?seller=" + shop.sellerOne()).about(shop.sellerOne());
                })
                .add("listProducts", () -> next("products?limit=1", sales::product))
                .add("getProduct", () -> about("products/", sales.product(), ""))
                .add("createOffer", () -> sales.offerCall(sales.product()))
                .add("listOffers", () -> {
                    String product = sales.product();
                    sales.offer(product);
                    return about("offers?product=", product, "");
                })
                .add("listOffers", () -> next("offers?limit=1", sales::offer))
                .add("getOffer", () -> about("offers/", sales.offer(), ""));
    }

    private void purchases(Examples examples) {
        examples.add("createPurchase", () -> sales.purchaseCall(sales.offer(), Sales.APPROVED))
                .add("listPurchases", () -> about("purchases?transaction=", sales.purchase(), ""))
                .add("listPurchases", () -> {
                    sales.purchase();
                    return about("purchases?status=ANY&seller=", shop.sellerOne(), "");
                })
                .add("listPurchases", () -> next("purchases?limit=1", sales::purchase))
                .add("getPurchase", () -> about("purchases/", sales.purchase(), ""))
                .add("summarizePurchases", () -> {
                    sales.purchase();
                    return about("summary?seller=", shop.sellerOne(), "");
                });
    }

    private void afterSale(Examples examples) {
        examples.add("resendAccess", () -> {
                    String transaction = sales.purchase();
                    return Call.post(shop.path("sales/purchases/" + transaction + "/resend-access"), "{}")
                            .ofSeller()
                            .about(transaction);
                })
                .add("previewRefund", () -> about("purchases/", sales.purchase(), "/refund"))
                .add("refundPurchase", () -> sales.refundCall(sales.purchase()))
                .add("openAccess", () -> link("access"))
                .add("readReceipt", () -> link("receipts"));
    }

    private void imports(Examples examples) {
        examples.add("startImport", () -> sales.importCall(shop.sellerOne()))
                .add("listImports", () -> {
                    sales.imported();
                    return get("imports");
                })
                .add("listImports", () -> next("imports?limit=1", sales::imported))
                .add("getImport", () -> about("imports/", sales.imported(), ""))
                .add("listImportErrors", () -> about("imports/", sales.imported(), "/errors"));
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
        String transaction = sales.purchase();
        String path = await("a mail with a link to " + kind)
                .atMost(Duration.ofSeconds(30))
                .until(() -> sales.mails().link(transaction, kind), found -> !found.isEmpty());
        return Call.get(path).about(path.substring(path.lastIndexOf('/') + 1));
    }
}
