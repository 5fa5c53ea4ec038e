package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.BRUNO;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.refund.RefundSize;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Giving back: what, until when, once, by whom. */
class RefundTest {

    private final Shop shop = Shop.shared();
    private final String key = shop.key();
    private final long before = shop.book.moved();

    private Purchase refund(Purchase purchase) {
        return shop.acme(() -> shop.refunds.refund(shop.key(), purchase.transaction(), "not as described"));
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
    @DisplayName("without its gateway nothing is begun: 503, to be tried again")
    void gatewayAway() {
        Purchase sold = shop.sold();
        shop.gateways.remove(shop.gateway);
        try {
            assertEquals(
                    503,
                    refused("gateway-unavailable", () -> refund(sold)).kind().status());
        } finally {
            shop.gateways.add(shop.gateway);
        }
        assertEquals(List.of(), shop.book.of(sold, "sales_refund", "id"));
        assertEquals(PurchaseStatus.REFUNDED, refund(sold).status());
    }

    @Test
    @DisplayName("a purchase of another seller or tenant is not there to refund or to preview")
    void foreign() {
        Purchase sold = shop.sold();
        String transaction = sold.transaction();
        refused("purchase-not-found", () -> shop.bravo(() -> shop.refunds.refund(key, transaction, "x")));
        refused("purchase-not-found", () -> shop.seller(BRUNO, () -> shop.refunds.refund(key, transaction, "x")));
        refused(
                "purchase-not-found",
                () -> shop.bravo(() -> shop.refunds.preview(transaction, RefundSize.WHOLE, null)));
        refused(
                "purchase-not-found",
                () -> shop.seller(BRUNO, () -> shop.refunds.preview(transaction, RefundSize.WHOLE, null)));
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
