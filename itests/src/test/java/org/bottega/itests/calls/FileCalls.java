package org.bottega.itests.calls;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Calls of files: those of products, which buyers download, and all that a marketplace keeps. */
final class FileCalls {

    private final Shop shop;
    private final Sales sales;

    private FileCalls(Shop shop) {
        this.shop = shop;
        this.sales = new Sales(shop);
    }

    static void add(Examples examples, Shop shop) {
        FileCalls calls = new FileCalls(shop);
        examples.add("core.listFiles", () -> {
                    calls.stored();
                    return Call.get(shop.path("files")).ofMarketplace();
                })
                .add("core.removeFile", () -> {
                    calls.stored();
                    String file = shop.send(Call.get(shop.path("files?limit=1")))
                            .expect(200)
                            .json()
                            .path("items")
                            .path(0)
                            .path("file")
                            .asText();
                    return Call.of("DELETE", shop.path("files/" + file), null, null)
                            .without("Idempotency-Key")
                            .ofMarketplace()
                            .about(file);
                })
                .add("sales.putProductFile", () -> calls.put(calls.sales.product()))
                .add("sales.getProductFile", () -> {
                    String path = calls.stored();
                    return Call.get(path).ofSeller().about(product(path));
                })
                .add("sales.removeProductFile", () -> {
                    String path = calls.stored();
                    return Call.of("DELETE", path, null, null)
                            .without("Idempotency-Key")
                            .ofSeller()
                            .about(product(path));
                })
                .add("sales.openAccessFile", calls::download);
    }

    private Call put(String product) {
        return Call.of("PUT", shop.path("sales/products/" + product + "/file?name=a.txt"), "text/plain", "flour")
                .without("Idempotency-Key")
                .ofSeller()
                .about(product);
    }

    /** Stores a file of a new product; returns the path of it. */
    private String stored() {
        Call put = put(sales.product());
        shop.sendAsOne(put).expect(200);
        return put.path().substring(0, put.path().indexOf('?'));
    }

    private static String product(String path) {
        return path.split("/")[5];
    }

    private Call download() {
        String product = sales.product();
        shop.sendAsOne(put(product)).expect(200);
        String transaction = sales.purchase(sales.offer(product));
        String path = await("a mail with a link to the product")
                .atMost(Duration.ofSeconds(30))
                .until(() -> sales.mails().link(transaction, "access"), found -> !found.isEmpty());
        return Call.get(path + "/file").about(path.substring(path.lastIndexOf('/') + 1));
    }
}
