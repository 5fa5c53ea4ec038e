package org.bottega.itests.calls;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Mails;
import org.bottega.itests.harness.Shop;

/** What tests do with the module sales, as the first seller of a marketplace. */
public final class Sales {

    /** Sandbox card that is approved at once. */
    public static final String APPROVED = "4000000000000002";

    private final Shop shop;
    private final Mails mails;

    public Sales(Shop shop) {
        this.shop = shop;
        this.mails = new Mails(shop);
    }

    public Call productCall(String seller) {
        return Call.post(
                        shop.path("sales/products"),
                        "{\"seller\":\"%s\",\"name\":\"%s course\",\"supportEmail\":\"help@%s.example\"}"
                                .formatted(seller, shop.mark(), shop.mark().toLowerCase()))
                .ofSeller()
                .about(seller);
    }

    /** A new product; its code. */
    public String product() {
        return product(shop.sellerOne());
    }

    /** A new product of a seller; its code. */
    public String product(String seller) {
        return shop.send(productCall(seller)).expect(201).text("product");
    }

    public Call offerCall(String product) {
        return Call.post(
                        shop.path("sales/offers"),
                        "{\"product\":\"%s\",\"price\":{\"amount\":4990,\"currency\":\"EUR\"},\"name\":\"%s offer\"}"
                                .formatted(product, shop.mark()))
                .ofSeller()
                .about(product);
    }

    public String offer(String product) {
        return shop.send(offerCall(product)).expect(201).text("offer");
    }

    /** A new offer of a new product; its code. */
    public String offer() {
        return offer(product());
    }

    public Call purchaseCall(String offer, String card) {
        return purchaseCall(
                offer, card, "buyer-" + UUID.randomUUID() + "@" + shop.mark().toLowerCase() + ".example");
    }

    public Call purchaseCall(String offer, String card, String email) {
        return Call.post(shop.path("sales/purchases"), purchaseJson(offer, card, email))
                .ofSeller()
                .about(offer);
    }

    public String purchaseJson(String offer, String card, String email) {
        return ("{\"offer\":\"%s\",\"buyer\":{\"email\":\"%s\",\"name\":\"%s Buyer\",\"locale\":\"en\"},"
                        + "\"payment\":{\"type\":\"CARD\",\"card\":\"%s\"}}")
                .formatted(offer, email, shop.mark(), card);
    }

    /** A new, approved purchase; its transaction code. */
    public String purchase() {
        return purchase(offer());
    }

    /** A new, approved purchase of an offer; its transaction code. */
    public String purchase(String offer) {
        return shop.send(purchaseCall(offer, APPROVED)).expect(201).text("transaction");
    }

    public Call refundCall(String transaction) {
        return Call.post(
                        shop.path("sales/purchases/" + transaction + "/refund"),
                        "{\"confirm\":true,\"reason\":\"changed my mind\"}")
                .ofSeller()
                .about(transaction);
    }

    /** An import of one good line and one bad one. */
    public Call importCall(String seller) {
        String csv = "no,date,amount,customer\nINV-" + UUID.randomUUID() + ",2024-02-29,12.50," + shop.mark() + "\nINV-"
                + UUID.randomUUID() + ",2024-02-30,12.50," + shop.mark() + "\n";
        return Call.csv(shop.path("sales/imports?" + importQuery(seller, "no", "date", "amount", "customer")), csv)
                .ofSeller()
                .about(seller);
    }

    /** The query that maps these columns to an import's fields. */
    public String importQuery(String seller, String no, String date, String amount, String customer) {
        return "seller=" + seller + "&currency=GBP&map.transaction=" + no + "&map.purchasedAt=" + date + "&map.amount="
                + amount + "&map.buyer=" + customer + "&buyerEmail=" + Call.enc("customer-{buyer}@example.com");
    }

    /** A new import, done; its id. */
    public String imported() {
        Answer started = shop.send(importCall(shop.sellerOne())).expect(202);
        return awaitImport(started, Duration.ofSeconds(30)).path("id").asText();
    }

    /** Waits for the end of an import that was taken with 202, and returns the job. */
    public JsonNode awaitImport(Answer started, Duration atMost) {
        String location = started.header("Location").orElseThrow();
        Call job = Call.get(location.substring(location.indexOf("/api/")));
        return await("the end of the import")
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> shop.send(job).expect(200).json(),
                        json -> json.path("state").asText().matches("DONE|FAILED"));
    }

    public Mails mails() {
        return mails;
    }
}
