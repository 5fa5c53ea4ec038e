package org.bottega.itests.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Calls around payments: slips, pre-orders, what gateways tell. Purchases belong to the first seller. */
final class PaymentCalls {

    private final Shop shop;
    private final Sales sales;

    private PaymentCalls(Shop shop) {
        this.shop = shop;
        this.sales = new Sales(shop);
    }

    static void add(Examples examples, Shop shop) {
        PaymentCalls calls = new PaymentCalls(shop);
        examples.add("sales.addOffer", () -> calls.later(sales(shop).product()))
                .add("sales.sell", () -> calls.preorder(calls.offer()))
                .add("sales.sell", () -> calls.slipCall(calls.sales.offer()))
                .add("sales.cancel", () -> calls.post(calls.slip(), "/cancel", "{\"reason\":\"not needed\"}"))
                .add("sales.chooseOutcome", () -> calls.choose(calls.slip()))
                .add("sales.notifyPayments", calls::told)
                .add("sales.listNotices", () -> Call.get(shop.path("sales/payments/notifications"))
                        .ofMarketplace())
                .add("sales.listNotices", calls::more)
                .add("sales.getGateway", () -> Call.get(shop.path("sales/payments/gateways/sandbox"))
                        .ofMarketplace())
                .add("sales.renewGateway", () -> Call.post(shop.path("sales/payments/gateways/sandbox/renew"), "{}")
                        .ofMarketplace());
    }

    private static Sales sales(Shop shop) {
        return new Sales(shop);
    }

    /** An offer of what is released tomorrow. */
    private Call later(String product) {
        Instant release = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        return Call.post(
                        shop.path("sales/offers"),
                        "{\"product\":\"%s\",\"price\":{\"amount\":4990,\"currency\":\"EUR\"},\"releaseAt\":\"%s\"}"
                                .formatted(product, release))
                .ofSeller()
                .about(product);
    }

    private String offer() {
        return shop.send(later(sales.product())).expect(201).text("offer");
    }

    private Call preorder(String offer) {
        return sales.purchaseCall(offer, Sales.APPROVED);
    }

    private Call slipCall(String offer) {
        String json = "{\"offer\":\"%s\",\"buyer\":{\"email\":\"slip@%s.example\",\"name\":\"%s Buyer\"},"
                + "\"payment\":{\"type\":\"BILLET\"}}";
        return Call.post(
                        shop.path("sales/purchases"),
                        json.formatted(offer, shop.mark().toLowerCase(), shop.mark()))
                .ofSeller()
                .about(offer);
    }

    /** A new purchase that is to be paid by a slip. */
    private String slip() {
        return shop.send(slipCall(sales.offer())).expect(201).text("transaction");
    }

    private Call post(String transaction, String rest, String json) {
        return Call.post(shop.path("sales/purchases/" + transaction + rest), json)
                .ofSeller()
                .about(transaction);
    }

    private Call choose(String transaction) {
        return Call.post(shop.path("sales/sandbox/payments/" + transaction), "{\"outcome\":\"PAID\"}")
                .ofSeller()
                .about(transaction);
    }

    /** The notification that the sandbox has sent comes again. */
    private Call told() {
        Answer sent = shop.send(choose(slip())).expect(202);
        return Call.of("POST", shop.path("sales/payments/notifications/sandbox"), "text/plain", sent.text("body"))
                .without("Idempotency-Key")
                .header("Bottega-Signature", sent.text("signature"))
                .about(sent.text("signature"));
    }

    /** The second page. */
    private Call more() {
        shop.send(choose(slip())).expect(202);
        shop.send(choose(slip())).expect(202);
        Call list = Call.get(shop.path("sales/payments/notifications?limit=1")).ofMarketplace();
        String cursor = shop.send(list).expect(200).text("next");
        return Call.get(shop.path("sales/payments/notifications?limit=1&cursor=" + cursor))
                .ofMarketplace()
                .about(cursor);
    }
}
