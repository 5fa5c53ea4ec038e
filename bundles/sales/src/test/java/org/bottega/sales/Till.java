package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bottega.api.Money;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.PaymentState;
import org.bottega.sales.payment.Payments.Payment;
import org.bottega.sales.payment.SandboxGateway;
import org.bottega.sales.payment.SandboxNotices;
import org.bottega.sales.payment.SandboxTool.Choice;
import org.bottega.sales.payment.TestCard;

/** What stories about payments do again and again, at acme. */
final class Till {

    static final Duration TICK = Duration.ofMillis(1);
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration DAY = Duration.ofDays(1);

    final Shop shop;

    Till(Shop shop) {
        this.shop = shop;
    }

    /** Sold by this card, and told to everybody. */
    Purchase sell(TestCard card) {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250, 7, RefundPolicy.TICKET));
        Purchase sold = shop.acme(() -> shop.sell(offer, card));
        shop.platform.drain();
        return sold;
    }

    /** Sold by a slip. */
    Purchase slip() {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250, 7, RefundPolicy.GUARANTEE));
        return shop.acme(() -> shop.checkout.sell(shop.key(), slipOrder(offer)));
    }

    static NewPurchase slipOrder(Offer offer) {
        NewBuyer buyer = new NewBuyer("ada@example.com", "Ada Lovelace", null, Locale.ENGLISH);
        return new NewPurchase(offer.id(), buyer, PaymentType.BILLET, null, null);
    }

    /** An offer that is released in so long. */
    Offer later(Duration wait) {
        Instant at = shop.platform.clock().instant().plus(wait);
        Offer any = shop.acme(() -> shop.offer(ANNA, 1250, 7, RefundPolicy.GUARANTEE));
        return shop.acme(() -> shop.catalog.addOffer(any.product(), null, new Money(1250, "EUR"), at));
    }

    void advance(Duration by) {
        shop.platform.advance(by);
    }

    /** Does what is due now. */
    void settle() {
        shop.platform.advance(Duration.ZERO);
    }

    PurchaseStatus status(Purchase purchase) {
        return shop.now(purchase).status();
    }

    Payment payment(Purchase purchase) {
        return shop.acme(() -> shop.payments.list.of(List.of(purchase.transaction())))
                .get(purchase.transaction());
    }

    /** The sandbox pretends this, and tells. It is applied at once. */
    void choose(Purchase purchase, Choice choice) {
        shop.acme(() -> shop.payments.sandbox.choose(purchase.transaction(), choice));
        settle();
    }

    Purchase cancel(Purchase purchase) {
        return shop.acme(() -> shop.payments.cancellation.cancel(purchase.transaction(), "changed my mind"));
    }

    String charge(Purchase purchase) {
        return shop.book.of(purchase, "sales_payment", "id").get(0);
    }

    /** What the gateway says of its charge; it never has two under one key. */
    Outcome atGateway(Purchase purchase) {
        return shop.acme(() -> shop.gateway.chargeOutcome(charge(purchase)));
    }

    void stands(Purchase purchase, PurchaseStatus status, PaymentState state) {
        assertEquals(status, status(purchase));
        assertEquals(state, payment(purchase).state());
    }

    void set(Map<String, ?> values) {
        shop.acme(() -> shop.platform.core().policyDesk().set("sales.payments", null, values, null));
    }

    /** How often this was written about the purchase. */
    long audited(String action, Purchase purchase) {
        return shop.acme(() -> shop.platform.core().audit().list(null, PageRequest.of(500, null))).items().stream()
                .filter(line -> line.action().equals(action) && line.subject().equals(purchase.transaction()))
                .count();
    }

    /** What the sandbox signs with. */
    String secret() {
        return shop.acme(() -> shop.payments.keys.entry(SandboxGateway.ID)).secret();
    }

    /** Comes through the door for gateways; returns how many notices are new. */
    int take(String body, String secret, Instant signedAt) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of(SandboxNotices.HEADER, SandboxNotices.sign(bytes, secret, signedAt));
        return shop.nobody(() -> shop.payments.notices.take(SandboxGateway.ID, headers, bytes));
    }

    int take(String body) {
        return take(body, secret(), shop.platform.clock().instant());
    }
}
