import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the sellers and buyers of one marketplace do over REST. What is there already is left alone. */
final class Sellers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> CARDS = Map.of(
            "approved", "4000000000000002",
            "no funds", "4000000000000010",
            "blocked", "4000000000000028",
            "delayed", "4000000000000036",
            "chargeback later", "4000000000000044");

    private final Path data;
    private final Api api;
    private final JsonNode marketplace;
    private final Map<String, String> offers = new HashMap<>();

    /** @param data folder of the sample data */
    Sellers(Path data, Api api, JsonNode marketplace) {
        this.data = data;
        this.api = api;
        this.marketplace = marketplace;
    }

    /** Offers products, sells them and imports past sales; says how much of it was new. */
    String fill() throws IOException, InterruptedException {
        for (JsonNode seller : marketplace.get("sellers")) {
            for (JsonNode product : seller.get("products")) {
                offer(seller, product);
            }
        }
        int sold = 0;
        List<String> lines = Files.readAllLines(data.resolve("purchases.csv"));
        for (int i = 1; i < lines.size(); i++) {
            String[] line = lines.get(i).split(";", -1);
            if (line[0].equals(marketplace.get("id").asText()) && buy("demo-purchase-" + i, line)) {
                sold++;
            }
        }
        int imported = api.get("/sales/imports").get("items").isEmpty() ? history() : 0;
        return sold + " purchases made, " + imported + " files of past sales imported";
    }

    private void offer(JsonNode seller, JsonNode product) throws IOException, InterruptedException {
        String name = product.get("name").asText();
        String id = seller.get("id").asText();
        JsonNode found = first(api.get("/sales/products?seller=" + id + "&name=" + Api.encoded(name)), name);
        if (found == null) {
            ObjectNode body = JSON.createObjectNode().put("seller", id).put("name", name);
            body.set("guaranteeDays", product.get("guaranteeDays"));
            found = api.post("/sales/products", "demo-product-" + Integer.toHexString(name.hashCode()), body);
        }
        String code = found.get("product").asText();
        JsonNode existing = api.get("/sales/offers?product=" + code);
        for (var offer : product.get("offers").properties()) {
            JsonNode same = first(existing, offer.getKey());
            if (same == null) {
                ObjectNode body = JSON.createObjectNode().put("product", code).put("name", offer.getKey());
                body.putObject("price").put("currency", seller.get("currency").asText()).set("amount", offer.getValue());
                same = api.post("/sales/offers", "demo-offer-" + offer.getKey(), body);
            }
            offers.put(offer.getKey(), same.get("offer").asText());
        }
    }

    /** marketplace;offer;name;email;locale;card;afterwards */
    private boolean buy(String key, String[] line) throws IOException, InterruptedException {
        if (!api.get("/sales/purchases?status=ANY&limit=1&buyerEmail=" + Api.encoded(line[3])).get("items").isEmpty()) {
            return false;
        }
        ObjectNode sale = JSON.createObjectNode().put("offer", offers.get(line[1]));
        sale.putObject("buyer").put("name", line[2]).put("email", line[3]).put("locale", line[4]);
        sale.putObject("payment").put("type", "CARD").put("card", CARDS.get(line[5]));
        String purchase = "/sales/purchases/" + api.post("/sales/purchases", key, sale).get("transaction").asText();
        if (line[6].equals("resend")) {
            awaitAccess(purchase);
            api.post(purchase + "/resend-access", key + "-resend", JSON.createObjectNode());
        } else if (line[6].startsWith("refund ")) {
            ObjectNode refund = JSON.createObjectNode().put("confirm", true).put("reason", line[6].substring(7));
            api.post(purchase + "/refund", key + "-refund", refund);
        }
        return true;
    }

    /** Access is granted a moment after the sale, by an event. */
    private void awaitAccess(String purchase) throws IOException, InterruptedException {
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (api.get(purchase + "/refund").get("lost").isEmpty() && System.nanoTime() < limit) {
            Thread.onSpinWait(); // the call itself takes a while
        }
    }

    private int history() throws IOException, InterruptedException {
        int files = 0;
        for (JsonNode seller : marketplace.get("sellers")) {
            String id = seller.get("id").asText();
            Path csv = data.resolve("history-" + id + ".csv");
            if (Files.exists(csv)) {
                api.postCsv(
                        "/sales/imports?seller=" + id + "&currency=" + seller.get("currency").asText()
                                + "&map.transaction=order&map.purchasedAt=sold_at&map.amount=total"
                                + "&map.buyerEmail=email&map.buyerName=name",
                        "demo-history-" + id,
                        Files.readString(csv));
                files++;
            }
        }
        return files;
    }

    private static JsonNode first(JsonNode page, String name) {
        for (JsonNode item : page.get("items")) {
            if (name.equals(item.path("name").asText())) {
                return item;
            }
        }
        return null;
    }
}
