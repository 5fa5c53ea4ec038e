package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.Catalog.NewProduct;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.coupon.Coupon;
import org.bottega.sales.coupon.Coupons.NewCoupon;
import org.bottega.sales.coupon.Reduction;
import org.bottega.sales.payment.SandboxTool.Choice;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Uses of coupons: given back when a purchase ends unpaid, exact when many buy at once. */
class CouponUseTest {

    private final Shop shared = Shop.shared();

    private static Coupon coupon(Shop shop, Integer uses, Integer each) {
        Reduction tenth = new Reduction(1000, null);
        return shop.acme(
                () -> shop.stock.coupons.add(new NewCoupon(ANNA, shop.key(), tenth, null, null, uses, each, null)));
    }

    private static Purchase sell(Shop shop, Offer offer, Coupon coupon, String email, TestCard card) {
        NewBuyer buyer = new NewBuyer(email, "Ada", null, null);
        return shop.acme(
                () -> shop.checkout.sell(shop.key(), new NewPurchase(offer.id(), buyer, card.number(), coupon.code())));
    }

    private static int used(Shop shop, Coupon coupon) {
        return shop.acme(() -> shop.stock.coupons.get(coupon.id())).used();
    }

    @Test
    @DisplayName("a use is given back at once when the payment is refused, so that another card can be tried")
    void givenBack() {
        Offer offer = shared.acme(() -> shared.offer(ANNA, 1000));
        Coupon once = coupon(shared, 1, 1);
        for (TestCard card : List.of(TestCard.NO_FUNDS, TestCard.BLOCKED)) {
            sell(shared, offer, once, "ada@example.com", card);
            assertEquals(0, used(shared, once));
        }
        assertEquals(
                new Money(900, "EUR"),
                sell(shared, offer, once, "ada@example.com", TestCard.APPROVED).price());
        refused("coupon-used-up", () -> sell(shared, offer, once, "eve@example.com", TestCard.APPROVED));
    }

    @Test
    @DisplayName("a use counts while the payment is pending")
    void pending() {
        Offer offer = shared.acme(() -> shared.offer(ANNA, 1000));
        Coupon once = coupon(shared, 1, null);
        Purchase waiting = sell(shared, offer, once, "ada@example.com", TestCard.DELAYED);
        assertEquals(PurchaseStatus.WAITING_PAYMENT, waiting.status());
        refused("coupon-used-up", () -> sell(shared, offer, once, "eve@example.com", TestCard.APPROVED));
        shared.platform.advance(Duration.ofDays(1));
        assertEquals(PurchaseStatus.APPROVED, shared.now(waiting).status());
        assertEquals(1, used(shared, once));
    }

    @Test
    @DisplayName("a charge that never arrived: cancelled, the use is given back")
    void cancelled() {
        Offer offer = shared.acme(() -> shared.offer(ANNA, 1000));
        Coupon once = coupon(shared, 1, null);
        shared.gateway.lose(FaultyGateway.Fault.BEFORE);
        Purchase lost = sell(shared, offer, once, "ada@example.com", TestCard.APPROVED);
        shared.gateway.lose(FaultyGateway.Fault.NONE);
        assertEquals(1, used(shared, once));
        shared.platform.advance(Duration.ofHours(1));
        assertEquals(PurchaseStatus.CANCELLED, shared.now(lost).status());
        assertEquals(0, used(shared, once));
    }

    @Test
    @DisplayName("a slip that nobody pays, a pre-order that is cancelled or never collected: the use is given back")
    void endedLater() {
        Till till = new Till(shared);
        Offer later = till.later(Duration.ofDays(2));
        Coupon any = coupon(shared, 3, null);
        NewBuyer ada = new NewBuyer("ada@example.com", "Ada", null, null);
        NewPurchase order = new NewPurchase(
                shared.acme(() -> shared.offer(ANNA, 1000)).id(), ada, PaymentType.BILLET, null, any.code());
        Purchase slip = shared.acme(() -> shared.checkout.sell(shared.key(), order));
        Purchase cancelled = sell(shared, later, any, "ada@example.com", TestCard.APPROVED);
        Purchase unpaid = sell(shared, later, any, "ada@example.com", TestCard.NO_FUNDS);
        assertEquals(3, used(shared, any));
        till.cancel(cancelled);
        assertEquals(2, used(shared, any));
        till.advance(Duration.ofDays(3));
        assertEquals(PurchaseStatus.EXPIRED, till.status(slip));
        assertEquals(1, used(shared, any));
        till.advance(Duration.ofDays(7));
        assertEquals(PurchaseStatus.EXPIRED, till.status(unpaid));
        assertEquals(0, used(shared, any));
        till.choose(slip, Choice.PAID);
        assertEquals(1, used(shared, any), "the money came after all");
    }

    @Test
    @DisplayName("what is never decided, or cancelled while it waits: the use is given back; of a bundle too")
    void givenUp() {
        Till till = new Till(shared);
        List<String> two =
                List.of(shared.acme(() -> shared.offer(ANNA, 1000)), shared.acme(() -> shared.offer(ANNA, 1))).stream()
                        .map(Offer::product)
                        .toList();
        Product kit = shared.acme(() -> shared.catalog.add(new NewProduct(ANNA, "Kit", null, null, null, two)));
        Offer bundle = shared.acme(() -> shared.catalog.addOffer(kit.id(), null, new Money(1000, "EUR")));
        Coupon any = coupon(shared, 2, null);
        Purchase never = sell(shared, bundle, any, "ada@example.com", TestCard.DELAYED);
        Purchase cancelled = sell(shared, bundle, any, "ada@example.com", TestCard.DELAYED);
        till.choose(never, Choice.IN_CLEARING);
        till.choose(cancelled, Choice.IN_CLEARING);
        assertEquals(PurchaseStatus.CANCELLED, till.cancel(cancelled).status());
        assertEquals(1, used(shared, any));
        till.advance(Duration.ofDays(10));
        assertEquals(PurchaseStatus.EXPIRED, till.status(never));
        assertEquals(0, used(shared, any));
    }

    static Stream<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName(
            "twelve buy at once with a coupon for five, and one buyer with a coupon for two each: exactly five, two")
    void atOnce(TestDatabase.Kind kind) throws Exception {
        try (Shop shop = new Shop(kind)) {
            Offer offer = shop.acme(() -> shop.offer(ANNA, 1000));
            Coupon five = coupon(shop, 5, null);
            assertEquals(5, sold(shop, offer, five, 12, i -> "buyer" + i + "@example.com"));
            assertEquals(5, used(shop, five));
            Coupon two = coupon(shop, null, 2);
            assertEquals(2, sold(shop, offer, two, 8, i -> "same@example.com"));
            assertEquals(2, used(shop, two));
            Coupon enough = coupon(shop, 8, 1);
            assertEquals(8, sold(shop, offer, enough, 8, i -> "each" + i + "@example.com"));
        }
    }

    /** How many of the buyers got it; the others were told that it is used up. */
    private static int sold(
            Shop shop, Offer offer, Coupon coupon, int buyers, java.util.function.IntFunction<String> email)
            throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(buyers);
        try {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < buyers; i++) {
                String address = email.apply(i);
                all.add(() -> got(shop, offer, coupon, address));
            }
            int got = 0;
            for (Future<Boolean> one : pool.invokeAll(all)) {
                got += one.get() ? 1 : 0;
            }
            return got;
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean got(Shop shop, Offer offer, Coupon coupon, String email) {
        try {
            Purchase sold = sell(shop, offer, coupon, email, TestCard.APPROVED);
            assertEquals(PurchaseStatus.APPROVED, sold.status());
            return true;
        } catch (Problem refusal) {
            assertEquals("coupon-used-up", refusal.code(), refusal.getMessage());
            return false;
        }
    }
}
