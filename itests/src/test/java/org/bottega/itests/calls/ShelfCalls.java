package org.bottega.itests.calls;

import java.util.UUID;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Calls about bundles, coupons, what is taken off the shelf, access sent to many, and the export. */
final class ShelfCalls {

    private final Shop shop;
    private final Sales sales;

    private ShelfCalls(Shop shop) {
        this.shop = shop;
        this.sales = new Sales(shop);
    }

    static void add(Examples examples, Shop shop) {
        ShelfCalls calls = new ShelfCalls(shop);
        calls.products(examples);
        calls.coupons(examples);
        calls.purchases(examples);
    }

    private void products(Examples examples) {
        examples.add("sales.addProduct", () -> bundleCall(sales.product(), sales.product()))
                .add("sales.changeProduct", () -> {
                    String product = sales.product();
                    return Call.of(
                                    "PUT",
                                    shop.path("sales/products/" + product),
                                    "application/json",
                                    "{\"name\":\"%s changed\",\"guaranteeDays\":15}".formatted(shop.mark()))
                            .header("If-Match", "\"1\"")
                            .ofSeller()
                            .about(product);
                })
                .add("sales.archiveProduct", () -> post("products/", sales.product(), "/archive"))
                .add("sales.archiveOffer", () -> post("offers/", sales.offer(), "/archive"));
    }

    private Call bundleCall(String one, String two) {
        return Call.post(
                        shop.path("sales/products"),
                        "{\"seller\":\"%s\",\"name\":\"%s bundle\",\"contains\":[\"%s\",\"%s\"]}"
                                .formatted(shop.sellerOne(), shop.mark(), one, two))
                .ofSeller()
                .about(one, two);
    }

    private void coupons(Examples examples) {
        examples.add("sales.addCoupon", this::couponCall)
                .add("sales.listCoupons", () -> {
                    coupon();
                    return get("coupons?seller=" + shop.sellerOne()).about(shop.sellerOne());
                })
                .add("sales.listCoupons", () -> {
                    coupon();
                    coupon();
                    String cursor =
                            shop.sendAsOne(get("coupons?limit=1")).expect(200).text("next");
                    return get("coupons?limit=1&cursor=" + Call.enc(cursor)).about(cursor);
                })
                .add("sales.getCoupon", () -> {
                    String coupon = coupon().text("coupon");
                    return get("coupons/" + coupon).about(coupon);
                })
                .add("sales.archiveCoupon", () -> post("coupons/", coupon().text("coupon"), "/archive"))
                .add("sales.getPrice", () -> {
                    String offer = sales.offer();
                    String code = coupon().text("code");
                    return get("offers/" + offer + "/price?coupon=" + code).about(offer);
                });
    }

    private Call couponCall() {
        return Call.post(
                        shop.path("sales/coupons"),
                        "{\"seller\":\"%s\",\"code\":\"%s-%s\",\"percent\":12.5,\"mostUses\":5}"
                                .formatted(
                                        shop.sellerOne(),
                                        shop.mark(),
                                        UUID.randomUUID().toString().substring(0, 13)))
                .ofSeller()
                .about(shop.sellerOne());
    }

    private Answer coupon() {
        return shop.send(couponCall()).expect(201);
    }

    private void purchases(Examples examples) {
        examples.add("sales.sell", () -> {
                    String bundle = shop.send(bundleCall(sales.product(), sales.product()))
                            .expect(201)
                            .text("product");
                    return sales.purchaseCall(sales.offer(bundle), Sales.APPROVED);
                })
                .add("sales.sell", () -> {
                    Call plain = sales.purchaseCall(sales.offer(), Sales.APPROVED);
                    String code = coupon().text("code");
                    String json = plain.body().replaceFirst("\\{", "{\"coupon\":\"" + code + "\",");
                    return Call.post(plain.path(), json)
                            .ofSeller()
                            .about(plain.mentions().toArray(String[]::new));
                })
                .add(
                        "sales.resendMany",
                        () -> Call.post(
                                shop.path("sales/access/resend"),
                                "{\"transactions\":[{\"transaction\":\"%s\"}]}".formatted(sales.purchase())))
                .add("sales.exportPurchases", () -> {
                    sales.purchase();
                    return get("purchases.csv?seller=" + shop.sellerOne());
                });
    }

    private Call get(String rest) {
        return Call.get(shop.path("sales/" + rest)).ofSeller();
    }

    private Call post(String before, String id, String after) {
        return Call.post(shop.path("sales/" + before + id + after), "{}")
                .ofSeller()
                .about(id);
    }
}
