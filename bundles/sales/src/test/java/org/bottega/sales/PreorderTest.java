package org.bottega.sales;

import static org.bottega.sales.Shop.order;
import static org.bottega.sales.Shop.refused;
import static org.bottega.sales.Till.DAY;
import static org.bottega.sales.Till.MINUTE;
import static org.bottega.sales.Till.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bottega.api.Money;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.sales.FaultyGateway.Crash;
import org.bottega.sales.FaultyGateway.Fault;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.coupon.Coupon;
import org.bottega.sales.coupon.Coupons.NewCoupon;
import org.bottega.sales.coupon.Reduction;
import org.bottega.sales.payment.PaymentState;
import org.bottega.sales.payment.SandboxTool.Choice;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sold before it can be delivered, and charged when it is. */
class PreorderTest {

    private static final Duration WAIT = Duration.ofDays(40);

    private final Shop shop = Shop.shared();
    private final Till till = new Till(shop);
    private final Offer offer = till.later(WAIT);

    @AfterEach
    void repair() {
        shop.gateway.lose(Fault.NONE);
    }

    private Purchase take(TestCard card) {
        return shop.acme(() -> shop.sell(offer, card));
    }

    /** The purchase of the offer whose answer never came. */
    private Purchase left() {
        PurchaseFilter filter =
                new PurchaseFilter(null, null, null, offer.product(), null, Set.of(), null, null, null, null);
        return shop.acme(() -> shop.purchases.list(filter, PageRequest.of(2, null)))
                .items()
                .get(0);
    }

    @Test
    @DisplayName("SAL-10 PRE_ORDER: nothing is charged and no card kept; charged at the very instant of the release")
    void story() {
        Purchase taken = take(TestCard.APPROVED);
        till.stands(taken, PurchaseStatus.PRE_ORDER, PaymentState.SCHEDULED);
        assertEquals(offer.releaseAt(), till.payment(taken).dueAt());
        assertEquals(1, shop.mails("preorder-taken", taken).size());
        String means = shop.book.of(taken, "sales_payment", "means").get(0);
        assertFalse(means.contains(TestCard.APPROVED.number()), means);

        till.advance(WAIT.minus(TICK));
        till.stands(taken, PurchaseStatus.PRE_ORDER, PaymentState.SCHEDULED);
        assertEquals(Outcome.UNKNOWN, till.atGateway(taken));
        till.advance(TICK);
        till.stands(taken, PurchaseStatus.APPROVED, PaymentState.PAID);
        assertEquals(Outcome.APPROVED, till.atGateway(taken));
        assertEquals(1, shop.mails("preorder-charged", taken).size());
        assertEquals(1, shop.mails("receipt", taken).size());
        assertEquals(
                offer.releaseAt().plus(Duration.ofDays(7)),
                shop.now(taken).refundableUntil(),
                "its guarantee runs from the release");
    }

    @Test
    @DisplayName("SAL-10 a pre-order can be cancelled up to its release; then nothing is charged")
    void cancelled() {
        Purchase taken = take(TestCard.APPROVED);
        till.advance(WAIT.minus(TICK));
        assertEquals(PurchaseStatus.CANCELLED, till.cancel(taken).status());
        till.advance(DAY);
        till.stands(taken, PurchaseStatus.CANCELLED, PaymentState.ABANDONED);
        assertEquals(Outcome.UNKNOWN, till.atGateway(taken));

        Purchase released = shop.acme(() -> shop.sell(till.later(DAY), TestCard.APPROVED));
        till.advance(DAY);
        refused("transition-forbidden", () -> till.cancel(released));
    }

    @Test
    @DisplayName("SAL-10 STARTED to BLOCKED: means of payment that are not kept are refused at once")
    void refusedMeans() {
        till.stands(take(TestCard.BLOCKED), PurchaseStatus.BLOCKED, PaymentState.REFUSED);
    }

    @Test
    @DisplayName("pre-order-not-free: a coupon over the whole price is refused, and its use not counted")
    void free() {
        Coupon whole = shop.acme(() -> shop.stock.coupons.add(new NewCoupon(
                Shop.ANNA, shop.key(), new Reduction(Reduction.WHOLE, null), null, null, null, null, null)));
        NewBuyer buyer = new NewBuyer("ada@example.com", "Ada", null, null);
        NewPurchase order = new NewPurchase(offer.id(), buyer, TestCard.APPROVED.number(), whole.code());
        refused("pre-order-not-free", () -> shop.acme(() -> shop.checkout.sell(shop.key(), order)));
        assertEquals(0, shop.acme(() -> shop.stock.coupons.get(whole.id())).used());
        till.advance(WAIT);
        assertEquals(
                0,
                shop.acme(() -> shop.checkout.sell(shop.key(), order)).price().minor(),
                "at the release it is no pre-order any more");
    }

    @Test
    @DisplayName("LOY-05 no funds at the release: OVERDUE, to be tried again, not refused")
    void noFunds() {
        Purchase taken = take(TestCard.NO_FUNDS);
        till.advance(WAIT);
        till.stands(taken, PurchaseStatus.OVERDUE, PaymentState.UNPAID);
        assertEquals(offer.releaseAt().plus(DAY), till.payment(taken).dueAt());
        till.choose(taken, Choice.PAID);
        till.stands(taken, PurchaseStatus.APPROVED, PaymentState.PAID);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BEFORE", "AFTER"})
    @DisplayName(
            "dead while the means are handed over: kept ones make a pre-order, others are CANCELLED after 5 minutes")
    void crashWhileTaking(Fault when) {
        shop.gateway.crash(when);
        assertThrows(Crash.class, () -> take(TestCard.APPROVED));
        shop.gateway.lose(Fault.NONE);
        assertEquals(PurchaseStatus.STARTED, left().status());
        refused("transition-forbidden", () -> till.cancel(left()));
        till.advance(Duration.ofMinutes(10));
        assertEquals(when == Fault.AFTER ? PurchaseStatus.PRE_ORDER : PurchaseStatus.CANCELLED, left().status());
        assertEquals(
                when == Fault.AFTER ? 1 : 0,
                shop.mails("preorder-taken", left()).size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BEFORE", "AFTER"})
    @DisplayName("dead while a released pre-order is charged: the charge is made a minute later, once")
    void crashAtRelease(Fault when) {
        Purchase taken = take(TestCard.APPROVED);
        till.advance(WAIT.minus(TICK));
        shop.gateway.crash(when);
        assertThrows(Crash.class, () -> till.advance(TICK));
        shop.gateway.lose(Fault.NONE);
        assertEquals(PurchaseStatus.PROCESSING_TRANSACTION, till.status(taken));
        till.advance(Duration.ofMinutes(5));
        till.stands(taken, PurchaseStatus.APPROVED, PaymentState.PAID);
        assertEquals(Outcome.APPROVED, till.atGateway(taken));
        assertEquals(1, shop.mails("receipt", taken).size());
        assertEquals(1, shop.mails("preorder-charged", taken).size());
    }

    @Test
    @DisplayName("the client comes again with the key of a lost pre-order: it is taken, once")
    void sameKey() {
        String key = shop.key();
        NewPurchase order = order(offer, "ada@example.com", TestCard.APPROVED);
        shop.gateway.lose(Fault.AFTER);
        assertEquals(
                PurchaseStatus.STARTED,
                shop.acme(() -> shop.checkout.sell(key, order)).status());
        shop.gateway.lose(Fault.NONE);
        assertEquals(
                PurchaseStatus.PRE_ORDER,
                shop.acme(() -> shop.checkout.sell(key, order)).status());
        till.advance(MINUTE);
        assertEquals(1, shop.mails("preorder-taken", left()).size());
    }

    @Test
    @DisplayName(
            "a release is to come, at most a year away; it is charged by card; sold at or after it, it is no pre-order")
    void limits() {
        Instant now = shop.platform.clock().instant();
        Money price = new Money(1250, "EUR");
        for (Instant at : List.of(now, now.plus(Duration.ofDays(365)).plus(TICK))) {
            refused("release-invalid", () -> shop.acme(() -> shop.catalog.addOffer(offer.product(), null, price, at)));
        }
        for (Instant at : List.of(now.plus(TICK), now.plus(Duration.ofDays(365)))) {
            shop.acme(() -> shop.catalog.addOffer(offer.product(), null, price, at));
        }
        refused("pre-order-needs-card", () -> shop.acme(() -> shop.checkout.sell(shop.key(), Till.slipOrder(offer))));
        till.advance(WAIT);
        assertEquals(PurchaseStatus.APPROVED, take(TestCard.APPROVED).status());
    }
}
