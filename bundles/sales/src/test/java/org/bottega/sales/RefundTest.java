package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.BRUNO;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Giving back: what, until when, once, by whom. */
class RefundTest {

    private final Shop shop = Shop.shared();
    private final String key = shop.key();
    private final long before = shop.book.moved();

    private Purchase refund(Purchase purchase) {
        return shop.acme(() -> shop.refunds.refund(shop.key(), purchase.transaction(), "not as described"));
    }

    private Purchase sell(int days, RefundPolicy policy) {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250, days, policy));
        Purchase sold = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        shop.platform.drain();
        return sold;
    }

    /** As if it had been bought so long ago. */
    private Purchase aged(Purchase purchase, Duration age) {
        shop.book.boughtAt(purchase, shop.platform.clock().instant().minus(age));
        return purchase;
    }

    @Test
    @DisplayName("REF-01, REF-03 a refund is made at once, wholly, and both are mailed (REF-14)")
    void refunds() {
        Purchase refunded = refund(shop.sold());
        shop.platform.drain();

        assertEquals(PurchaseStatus.REFUNDED, refunded.status());
        assertEquals(new Money(1250, "EUR"), refunded.refunded());
        assertEquals(0, shop.book.moved() - before);
        assertEquals(List.of("REFUNDED"), shop.book.of(refunded, "sales_payment", "state"));
        assertEquals(
                "ada@example.com", shop.mails("refund-buyer", refunded).get(0).to());
        assertEquals(
                "anna@example.com", shop.mails("refund-seller", refunded).get(0).to());
        assertTrue(shop.mails("refund-seller", refunded).get(0).text().contains("not as described"));
    }

    @ParameterizedTest
    @CsvSource({"7", "15", "21", "30"})
    @DisplayName("D8 GUARANTEE: refundable up to the last millisecond of the guarantee, refused from its end on")
    void guarantee(int days) {
        Duration guarantee = Duration.ofDays(days);
        Purchase late = aged(sell(days, RefundPolicy.GUARANTEE), guarantee);
        Purchase inTime = aged(sell(days, RefundPolicy.GUARANTEE), guarantee.minusMillis(1));

        Problem problem = refused("refund-period-over", () -> refund(late));
        assertEquals(409, problem.kind().status());
        assertTrue(problem.getMessage().contains("guarantee of " + days + " days"), problem.getMessage());
        assertEquals("GUARANTEE", problem.members().get("policy"));
        assertEquals(PurchaseStatus.REFUNDED, refund(inTime).status());
        assertEquals(
                shop.now(late).purchasedAt().plus(guarantee), shop.now(late).refundableUntil());
    }

    @Test
    @DisplayName("REF-12, D8 TICKET: refundable while less than 90 days old, after the guarantee too (COMPLETE)")
    void ninetyDays() {
        Purchase late = aged(sell(7, RefundPolicy.TICKET), Duration.ofDays(90));
        Purchase inTime = aged(sell(7, RefundPolicy.TICKET), Duration.ofDays(90).minusMillis(1));
        shop.book.force(inTime, "COMPLETE");

        Problem problem = refused("refund-period-over", () -> refund(late));
        assertTrue(problem.getMessage().contains("less than 90 days old"), problem.getMessage());
        assertEquals(PurchaseStatus.REFUNDED, refund(inTime).status());
    }

    @Test
    @DisplayName("D8 the policy is copied when sold: a purchase says until when, by the terms it was sold under")
    void copied() {
        Instant now = shop.platform.clock().instant();
        assertEquals(
                now.plus(Duration.ofDays(15)), sell(15, RefundPolicy.GUARANTEE).refundableUntil());
        assertEquals(
                now.plus(Duration.ofDays(90)), sell(15, RefundPolicy.TICKET).refundableUntil());
        Purchase sold = sell(15, RefundPolicy.TICKET);
        assertEquals(List.of("60"), shop.book.of(sold, "sales_purchase", "customer_days"));
    }

    @ParameterizedTest
    @EnumSource(PurchaseStatus.class)
    @DisplayName("D28 each of the 17 statuses: refunded, or refused naming both states with nothing changed")
    void statuses(PurchaseStatus status) {
        Purchase sold = shop.sold();
        shop.book.force(sold, status.name());
        if (List.of("APPROVED", "COMPLETE", "PARTIALLY_REFUNDED", "PROTESTED").contains(status.name())) {
            assertEquals(PurchaseStatus.REFUNDED, refund(sold).status());
        } else {
            Problem problem = refused("transition-forbidden", () -> refund(sold));
            assertEquals(Map.of("from", status.name(), "to", "REFUNDED"), problem.members());
            assertEquals(status, shop.now(sold).status());
            assertEquals(List.of(), shop.book.of(sold, "sales_refund", "id"));
            assertEquals(1250, shop.book.moved() - before);
        }
    }

    @Test
    @DisplayName("a preview says what the buyer gets and loses, or why not, and changes nothing")
    void preview() {
        Purchase sold = shop.sold();
        Refunds.Preview preview = shop.acme(() -> shop.refunds.preview(sold.transaction()));
        assertNull(preview.refusal());
        assertEquals(new Money(1250, "EUR"), preview.amount());
        assertEquals(List.of(sold.product()), preview.lost());
        assertEquals(sold, shop.now(sold));

        aged(sold, Duration.ofDays(31));
        assertEquals(
                "refund-period-over",
                shop.acme(() -> shop.refunds.preview(sold.transaction()))
                        .refusal()
                        .code());
        assertEquals(1250, shop.book.moved() - before);
    }

    @Test
    @DisplayName("the same key again refunds nothing more; on another purchase it is refused")
    void sameKey() {
        Purchase one = shop.sold();
        Purchase other = shop.sold();
        Purchase first = shop.acme(() -> shop.refunds.refund(key, one.transaction(), "x"));
        assertEquals(first, shop.acme(() -> shop.refunds.refund(key, one.transaction(), "x")));
        refused("idempotency-key-reused", () -> shop.acme(() -> shop.refunds.refund(key, other.transaction(), "x")));
        assertEquals(1250, shop.book.moved() - before);
        assertEquals(PurchaseStatus.APPROVED, shop.now(other).status());
    }

    @Test
    @DisplayName("two refunds at once under two keys move the money once; one of them is refused")
    void atOnce() throws Exception {
        Purchase sold = shop.sold();
        List<Callable<Purchase>> both = List.of(() -> refund(sold), () -> refund(sold));
        List<String> ends = new ArrayList<>();
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (Future<Purchase> end : pool.invokeAll(both)) {
                try {
                    ends.add(end.get().status().name());
                } catch (ExecutionException e) {
                    Problem problem = (Problem) e.getCause();
                    assertTrue(
                            List.of("refund-in-progress", "transition-forbidden")
                                    .contains(problem.code()),
                            problem.code());
                    ends.add("refused");
                }
            }
        } finally {
            pool.shutdownNow();
        }
        ends.sort(null);
        assertEquals(List.of("REFUNDED", "refused"), ends);
        assertEquals(0, shop.book.moved() - before);
        assertEquals(1, shop.book.of(sold, "sales_refund", "id").size());
    }

    @Test
    @DisplayName("a refund the gateway takes its time for: pending, one at a time, done when asked again")
    void pending() {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250));
        Purchase sold = shop.acme(() -> shop.sell(offer, TestCard.DELAYED));
        shop.platform.advance(Duration.ofMinutes(1));
        assertEquals(PurchaseStatus.APPROVED, refund(sold).status());
        refused("refund-in-progress", () -> refund(sold));

        shop.platform.advance(Duration.ofMinutes(1));
        assertEquals(PurchaseStatus.REFUNDED, shop.now(sold).status());
        assertEquals(0, shop.book.moved() - before);
        assertEquals(1, shop.mails("refund-buyer", sold).size());
    }

    @Test
    @DisplayName("D30 what was paid elsewhere cannot be given back here")
    void imported() {
        Purchase sold = shop.sold();
        shop.book.importLike(sold, "536365-" + key);
        assertEquals(
                "payment-not-ours",
                refused("payment-not-ours", () -> refund(sold)).code());
        assertEquals(PurchaseStatus.APPROVED, shop.now(sold).status());
    }

    @Test
    @DisplayName("a purchase of another seller or tenant is not there to refund or to preview")
    void foreign() {
        Purchase sold = shop.sold();
        String transaction = sold.transaction();
        refused("purchase-not-found", () -> shop.bravo(() -> shop.refunds.refund(key, transaction, "x")));
        refused("purchase-not-found", () -> shop.seller(BRUNO, () -> shop.refunds.refund(key, transaction, "x")));
        refused("purchase-not-found", () -> shop.bravo(() -> shop.refunds.preview(transaction)));
        refused("purchase-not-found", () -> shop.seller(BRUNO, () -> shop.refunds.preview(transaction)));
        assertEquals(1250, shop.book.moved() - before);
        Purchase refunded = shop.seller(ANNA, () -> shop.refunds.refund(key, transaction, "x"));
        assertEquals(PurchaseStatus.REFUNDED, refunded.status());
    }

    @Test
    @DisplayName("a reason is 1 to 500 characters; money never moves inside a unit of work")
    void asked() {
        String transaction = shop.sold().transaction();
        refused("field-missing", () -> shop.acme(() -> shop.refunds.refund(key, transaction, null)));
        refused("too-long", () -> shop.acme(() -> shop.refunds.refund(key, transaction, "x".repeat(501))));
        assertThrows(
                IllegalStateException.class,
                () -> shop.acme(
                        () -> shop.platform.unitOfWork().call(() -> shop.refunds.refund(key, transaction, "x"))));
        assertEquals(1250, shop.book.moved() - before);
        assertEquals(
                PurchaseStatus.REFUNDED,
                shop.acme(() -> shop.refunds.refund(key, transaction, "x".repeat(500)))
                        .status());
    }
}
