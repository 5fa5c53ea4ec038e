package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import org.bottega.api.Money;
import org.bottega.api.PageRequest;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.coupon.Coupon;
import org.bottega.sales.coupon.Coupons;
import org.bottega.sales.coupon.Coupons.NewCoupon;
import org.bottega.sales.coupon.Reduction;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Coupons at a sale: what they take off, what they are refused for, how their uses are counted. */
class CouponTest {

    private static final Reduction HALF = new Reduction(5000, null);

    private final Shop shop = Shop.shared();
    private final Coupons coupons = shop.stock.coupons;
    private final Offer offer = shop.acme(() -> shop.offer(ANNA, 999));

    private static NewCoupon wanted(String code, Reduction reduction) {
        return new NewCoupon(ANNA, code, reduction, null, null, null, null, null);
    }

    private Coupon add(NewCoupon wanted) {
        return shop.acme(() -> coupons.add(wanted));
    }

    private Coupon half() {
        return add(wanted(shop.key(), HALF));
    }

    private Coupon limited(Integer uses, Integer each) {
        return add(new NewCoupon(ANNA, shop.key(), HALF, null, null, uses, each, null));
    }

    private Purchase sell(Coupon coupon, String email, TestCard card) {
        NewBuyer buyer = new NewBuyer(email, "Ada", null, null);
        return shop.acme(
                () -> shop.checkout.sell(shop.key(), new NewPurchase(offer.id(), buyer, card.number(), coupon.code())));
    }

    private Purchase sell(Coupon coupon) {
        return sell(coupon, "ada@example.com", TestCard.APPROVED);
    }

    private int used(Coupon coupon) {
        return shop.acme(() -> coupons.get(coupon.id())).used();
    }

    @Test
    @DisplayName("a coupon makes it cheaper: the purchase keeps list price, what was paid, and the code")
    void reduces() {
        long before = shop.book.moved();
        Coupon coupon = half();
        Purchase sold = sell(coupon);
        assertEquals(new Money(499, "EUR"), sold.price(), "the half taken off is rounded half up: 500");
        assertEquals(new Money(999, "EUR"), sold.listPrice());
        assertEquals(coupon.code(), sold.coupon());
        assertEquals(499, shop.book.moved() - before, "the gateway takes what is left");
        assertEquals(sold, shop.now(sold));
        Purchase without = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        assertEquals(without.price(), without.listPrice());
        assertNull(without.coupon());
    }

    @Test
    @DisplayName("a refund gives back what was paid, not the list price; the use stays counted")
    void refund() {
        Coupon coupon = half();
        Purchase sold = sell(coupon);
        long before = shop.book.moved();
        Purchase back = shop.acme(() -> shop.refunds.refund(shop.key(), sold.transaction(), "x"));
        assertEquals(PurchaseStatus.REFUNDED, back.status());
        assertEquals(new Money(499, "EUR"), back.refunded());
        assertEquals(-499, shop.book.moved() - before);
        assertEquals(1, used(coupon));
    }

    @Test
    @DisplayName("a coupon over the whole price: approved without asking the gateway, access and receipt as ever")
    void free() {
        Coupon whole = add(wanted(shop.key(), new Reduction(Reduction.WHOLE, null)));
        long before = shop.book.moved();
        String key = shop.key();
        NewBuyer buyer = new NewBuyer("ada@example.com", "Ada", null, null);
        NewPurchase order = new NewPurchase(offer.id(), buyer, TestCard.NO_FUNDS.number(), whole.code());
        Purchase sold = shop.acme(() -> shop.checkout.sell(key, order));
        shop.platform.drain();
        assertEquals(PurchaseStatus.APPROVED, sold.status());
        assertEquals(new Money(0, "EUR"), sold.price());
        assertEquals(PaymentType.FREE.name(), sold.paymentType());
        assertEquals(0, shop.book.moved() - before);
        assertEquals(List.of(), shop.book.of(sold, "sales_payment", "id"));
        assertEquals(1, shop.mails("access", sold).size());
        assertEquals(1, shop.mails("receipt", sold).size());
        assertEquals(sold, shop.acme(() -> shop.checkout.sell(key, order)), "the same key");
        assertEquals(1, used(whole));
        refused("nothing-was-paid", () -> shop.acme(() -> shop.refunds.refund(shop.key(), sold.transaction(), "x")));
        shop.platform.advance(Duration.ofDays(30));
        assertEquals(PurchaseStatus.COMPLETE, shop.now(sold).status());
    }

    @Test
    @DisplayName("one minor unit left is charged")
    void nearlyFree() {
        Coupon nearly = add(wanted(shop.key(), new Reduction(null, new Money(998, "EUR"))));
        Purchase sold = sell(nearly);
        assertEquals(new Money(1, "EUR"), sold.price());
        assertEquals(PaymentType.CARD.name(), sold.paymentType());
        Coupon more = add(wanted(shop.key(), new Reduction(null, new Money(1000, "EUR"))));
        assertEquals(0, sell(more).price().minor(), "never less than nothing");
    }

    @Test
    @DisplayName("coupon-used-up: as often in all, and as often per buyer, as it says, and no more")
    void limits() {
        Coupon twice = limited(2, null);
        sell(twice);
        sell(twice);
        assertEquals(
                "TOTAL", refused("coupon-used-up", () -> sell(twice)).members().get("limit"));
        refused("coupon-used-up", () -> shop.acme(() -> coupons.price(offer.id(), twice.code())));
        assertEquals(2, used(twice));

        Coupon each = limited(null, 1);
        sell(each, "one@example.com", TestCard.APPROVED);
        assertEquals(
                "BUYER",
                refused("coupon-used-up", () -> sell(each, "ONE@example.com", TestCard.APPROVED))
                        .members()
                        .get("limit"));
        sell(each, "two@example.com", TestCard.APPROVED);
        assertEquals(2, used(each));
    }

    @Test
    @DisplayName("a refusal leaves nothing: no purchase, no use")
    void nothingDone() {
        int sales = shop.book.count("sales_purchase");
        Coupon once = limited(1, null);
        sell(once);
        refused("coupon-used-up", () -> sell(once));
        assertEquals(sales + 1, shop.book.count("sales_purchase"));
        assertNotNull(shop.acme(() ->
                coupons.list(ANNA, once.code(), PageRequest.of(1, null)).items().get(0)));
        assertNotEquals(2, used(once));
    }
}
