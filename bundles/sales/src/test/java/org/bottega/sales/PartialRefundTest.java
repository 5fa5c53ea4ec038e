package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bottega.api.Money;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.RefundState;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.refund.Refund;
import org.bottega.sales.refund.RefundSize;
import org.bottega.sales.refund.Refunds.Wish;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** D18: parts of the price, up to the price. */
class PartialRefundTest {

    private final Shop shop = Shop.shared();
    private final long before = shop.book.moved();

    private static RefundSize percent(String number) {
        return new RefundSize(new BigDecimal(number), null);
    }

    private static RefundSize minor(long minor) {
        return new RefundSize(null, new Money(minor, "EUR"));
    }

    private static Purchase give(Shop shop, Purchase purchase, RefundSize size) {
        return shop.acme(() ->
                        shop.refunds.give(shop.key(), purchase.transaction(), new Wish(size, null, "a part", null)))
                .purchase();
    }

    private Purchase give(Purchase purchase, RefundSize size) {
        return give(shop, purchase, size);
    }

    @Test
    @DisplayName("D18 yen have no decimals: 12.5 percent of 100 yen are 13 yen; less than a yen is refused")
    void yen() {
        Money price = new Money(100, "JPY");
        assertEquals(new Money(13, "JPY"), percent("12.5").of(price, price));
        assertEquals(new Money(0, "JPY"), percent("1").of(new Money(49, "JPY"), price));
        assertEquals(new Money(1, "JPY"), percent("1").of(new Money(50, "JPY"), price));
        Offer small = shop.acme(() -> shop.offer(ANNA, 49));
        Purchase sold = shop.acme(() -> shop.sell(small, TestCard.APPROVED));
        refused("refund-too-small", () -> give(sold, percent("1")));
    }

    @Test
    @DisplayName("D18 an amount is at least one minor unit, of the currency it was paid in; not with a percentage too")
    void amounts() {
        Purchase sold = shop.sold();
        refused("amount-out-of-range", () -> minor(0));
        refused("amount-and-percent", () -> new RefundSize(BigDecimal.TEN, new Money(1, "EUR")));
        refused("currency-mismatch", () -> give(sold, new RefundSize(null, new Money(1, "USD"))));
        assertEquals(new Money(1, "EUR"), give(sold, minor(1)).refunded());
    }

    @Test
    @DisplayName("D18 several parts up to the price: access stays, the last one makes it REFUNDED; one more is refused")
    void parts() {
        Purchase sold = shop.sold();
        assertEquals(
                PurchaseStatus.PARTIALLY_REFUNDED, give(sold, percent("80")).status());
        shop.platform.drain();
        assertEquals(List.of("GRANTED"), shop.book.of(sold, "sales_access", "state"));
        assertEquals(List.of("PAID"), shop.book.of(sold, "sales_payment", "state"));

        Problem more = refused("refund-exceeds-left", () -> give(sold, minor(251)));
        assertEquals(250L, more.members().get("left"));
        refused("refund-exceeds-left", () -> give(sold, percent("20.04")));
        assertEquals(new Money(1249, "EUR"), give(sold, minor(249)).refunded());
        Purchase last = give(sold, minor(1));
        shop.platform.drain();
        assertEquals(PurchaseStatus.REFUNDED, last.status());
        assertEquals(List.of("REVOKED"), shop.book.of(sold, "sales_access", "state"));
        assertEquals(List.of("REFUNDED"), shop.book.of(sold, "sales_payment", "state"));
        refused("transition-forbidden", () -> give(sold, minor(1)));
        assertEquals(0, shop.book.moved() - before);
        assertEquals(3, shop.mails("refund-buyer", sold).size());
    }

    @Test
    @DisplayName("D18 an amount equal to what is left is a refund of all; what is left after a part can be given whole")
    void equalToLeft() {
        assertEquals(PurchaseStatus.REFUNDED, give(shop.sold(), minor(1250)).status());
        Purchase sold = shop.sold();
        give(sold, percent("33.33"));
        Purchase done = give(sold, RefundSize.WHOLE);
        assertEquals(PurchaseStatus.REFUNDED, done.status());
        assertEquals(new Money(1250, "EUR"), done.refunded());
        assertEquals(List.of("417", "833"), shop.book.of(sold, "sales_refund", "amount"));
    }

    @Test
    @DisplayName("the same key for another amount is refused; a part of a sale that is claimed leaves it claimed")
    void keyAndClaim() {
        Purchase sold = shop.sold();
        String key = shop.key();
        Wish one = new Wish(minor(100), null, "x", null);
        Wish other = new Wish(minor(101), null, "x", null);
        shop.acme(() -> shop.refunds.give(key, sold.transaction(), one));
        refused("idempotency-key-reused", () -> shop.acme(() -> shop.refunds.give(key, sold.transaction(), other)));
        shop.book.force(sold, "PROTESTED");
        assertEquals(PurchaseStatus.PROTESTED, give(sold, minor(100)).status());
        assertEquals(PurchaseStatus.REFUNDED, give(sold, RefundSize.WHOLE).status());
    }

    @Test
    @DisplayName("each refund of a purchase is listed: how much, why, by whom, when; pages of it")
    void listed() {
        Purchase sold = shop.sold();
        shop.seller(
                ANNA,
                () -> shop.refunds.give(shop.key(), sold.transaction(), new Wish(minor(100), null, "first", null)));
        give(sold, minor(200));
        Page<Refund> page = shop.acme(() -> shop.refunds.list(sold.transaction(), new PageRequest(1, null)));
        Refund first = page.items().get(0);
        assertEquals(RefundState.DONE, first.state());
        assertEquals(new Money(100, "EUR"), first.amount());
        assertEquals("first", first.reason());
        assertEquals("STAFF:staff-anna", first.by());
        assertEquals(shop.platform.clock().instant(), first.at());
        assertEquals(first.at(), first.settledAt());
        Page<Refund> rest = shop.acme(() -> shop.refunds.list(sold.transaction(), new PageRequest(1, page.next())));
        assertEquals("OPERATOR:test", rest.items().get(0).by());
        refused(
                "purchase-not-found",
                () -> shop.bravo(() -> shop.refunds.list(sold.transaction(), PageRequest.of(1, null))));
    }

    @Test
    @DisplayName("D18 a part for a product that was not bought is refused")
    void product() {
        Purchase sold = shop.sold();
        Wish wish = new Wish(minor(100), "PR-none", "x", null);
        refused("product-not-found", () -> shop.acme(() -> shop.refunds.give(shop.key(), sold.transaction(), wish)));
        Wish right = new Wish(minor(100), sold.product(), "x", null);
        shop.acme(() -> shop.refunds.give(shop.key(), sold.transaction(), right));
        assertEquals(List.of(sold.product()), shop.book.of(sold, "sales_refund", "product_id"));
    }

    static Stream<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @ParameterizedTest
    @MethodSource("databases")
    @DisplayName("D18 twelve refunds of 30 percent at once never give back more than the price, on each database")
    void atOnce(TestDatabase.Kind kind) throws Exception {
        try (Shop own = new Shop(kind)) {
            Purchase sold = own.sold();
            List<Callable<Boolean>> many = IntStream.range(0, 12)
                    .<Callable<Boolean>>mapToObj(i -> () -> tried(own, sold))
                    .toList();
            List<Boolean> ends = new ArrayList<>();
            var pool = Executors.newFixedThreadPool(6);
            try {
                for (Future<Boolean> end : pool.invokeAll(many)) {
                    ends.add(end.get());
                }
            } finally {
                pool.shutdownNow();
            }
            long done = ends.stream().filter(Boolean::booleanValue).count();
            assertTrue(done >= 1 && done <= 3, "done: " + done);
            assertEquals(1250 - done * 375, own.book.moved());
            assertEquals(new Money(done * 375, "EUR"), own.now(sold).refunded());
        }
    }

    private static boolean tried(Shop shop, Purchase sold) {
        try {
            give(shop, sold, percent("30"));
            return true;
        } catch (Problem problem) {
            assertTrue(
                    List.of("refund-in-progress", "refund-exceeds-left", "changed-meanwhile")
                            .contains(problem.code()),
                    problem.code());
            return false;
        }
    }
}
