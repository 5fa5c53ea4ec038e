package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.BRUNO;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bottega.api.Money;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.coupon.Coupon;
import org.bottega.sales.coupon.Coupons;
import org.bottega.sales.coupon.Coupons.NewCoupon;
import org.bottega.sales.coupon.Reduction;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What coupons are refused for at a sale. */
class CouponRefusalTest {

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

    private Purchase sell(Coupon coupon) {
        NewBuyer buyer = new NewBuyer("ada@example.com", "Ada", null, null);
        String card = TestCard.APPROVED.number();
        return shop.acme(() -> shop.checkout.sell(shop.key(), new NewPurchase(offer.id(), buyer, card, coupon.code())));
    }

    private int used(Coupon coupon) {
        return shop.acme(() -> coupons.get(coupon.id())).used();
    }

    @Test
    @DisplayName("coupon-unknown: made up, archived, of another seller; case does not count")
    void unknown() {
        Coupon coupon = half();
        assertEquals(coupon.code(), coupon.code().toUpperCase(java.util.Locale.ROOT));
        NewBuyer buyer = new NewBuyer("ada@example.com", "Ada", null, null);
        String card = TestCard.APPROVED.number();
        String lower = coupon.code().toLowerCase(java.util.Locale.ROOT);
        NewPurchase order = new NewPurchase(offer.id(), buyer, card, lower);
        assertEquals(
                499,
                shop.acme(() -> shop.checkout.sell(shop.key(), order)).price().minor());

        NewPurchase made = new NewPurchase(offer.id(), buyer, card, "NOSUCH");
        refused("coupon-unknown", () -> shop.acme(() -> shop.checkout.sell(shop.key(), made)));
        NewCoupon brunos = new NewCoupon(BRUNO, shop.key(), HALF, null, null, null, null, null);
        Coupon other = add(brunos);
        refused("coupon-unknown", () -> sell(other));
        shop.acme(() -> coupons.archive(coupon.id()));
        refused("coupon-unknown", () -> sell(coupon));
        assertEquals(1, used(coupon));
    }

    @Test
    @DisplayName("coupon-not-yet before the first instant, coupon-expired at the last: the period is half open")
    void period() {
        Instant now = shop.acme(() -> shop.platform.clock().instant());
        Coupon coupon =
                add(new NewCoupon(ANNA, shop.key(), HALF, now.plusMillis(1), now.plusMillis(3), null, null, null));
        refused("coupon-not-yet", () -> sell(coupon));
        shop.platform.advance(Duration.ofMillis(1));
        assertEquals(499, sell(coupon).price().minor());
        shop.platform.advance(Duration.ofMillis(1));
        assertEquals(499, sell(coupon).price().minor());
        shop.platform.advance(Duration.ofMillis(1));
        refused("coupon-expired", () -> sell(coupon));
        assertEquals(2, used(coupon));
    }

    @Test
    @DisplayName("coupon-not-for-offer: good for a product, or for one offer, and for no others")
    void places() {
        Offer same = shop.acme(() -> shop.catalog.addOffer(offer.product(), null, new Money(100, "EUR")));
        Offer other = shop.acme(() -> shop.offer(ANNA, 100));
        Coupon product = add(new NewCoupon(ANNA, shop.key(), HALF, null, null, null, null, List.of(offer.product())));
        Coupon one = add(new NewCoupon(ANNA, shop.key(), HALF, null, null, null, null, List.of(same.id(), other.id())));
        assertEquals(50, price(same, product).minor());
        assertEquals(499, price(offer, product).minor());
        refused("coupon-not-for-offer", () -> price(other, product));
        assertEquals(50, price(same, one).minor());
        assertEquals(50, price(other, one).minor());
        refused("coupon-not-for-offer", () -> price(offer, one));
        refused("coupon-not-for-offer", () -> sell(one));
    }

    @Test
    @DisplayName(
            "place-unknown: confined to what is not the seller's, or not there, it cannot be made; the place is named")
    void foreignPlaces() {
        Offer brunos = shop.acme(() -> shop.offer(BRUNO, 100));
        for (String place : List.of(brunos.id(), brunos.product(), "PRNOSUCH")) {
            NewCoupon wanted =
                    new NewCoupon(ANNA, shop.key(), HALF, null, null, null, null, List.of(offer.product(), place));
            assertEquals(
                    "onlyFor[1]",
                    refused("place-unknown", () -> add(wanted)).errors().get(0).field());
        }
    }

    @Test
    @DisplayName("coupon-code-taken: a code is one coupon of a seller, whatever its case, also when that is archived")
    void taken() {
        Coupon coupon = half();
        String again = coupon.code().toLowerCase(java.util.Locale.ROOT);
        refused("coupon-code-taken", () -> add(wanted(again, HALF)));
        shop.acme(() -> coupons.archive(coupon.id()));
        refused("coupon-code-taken", () -> add(wanted(again, HALF)));
        assertEquals(
                coupon.code(),
                add(new NewCoupon(BRUNO, again, HALF, null, null, null, null, null))
                        .code());
    }

    @Test
    @DisplayName("whose coupon it is: the seller who makes it, or one who is named and there")
    void sellers() {
        NewCoupon own = new NewCoupon(null, shop.key(), HALF, null, null, null, null, null);
        refused("field-missing", () -> add(own));
        assertEquals(ANNA, shop.seller(ANNA, () -> coupons.add(own)).seller());
        NewCoupon nobodys = new NewCoupon("nobody", shop.key(), HALF, null, null, null, null, null);
        refused("seller-not-found", () -> add(nobodys));
        refused("coupon-not-found", () -> shop.acme(() -> coupons.get("CPNOSUCH")));
        refused("coupon-not-found", () -> shop.acme(() -> coupons.archive("CPNOSUCH")));
    }

    @Test
    @DisplayName("archived once: the second time nothing happens, the first instant stays")
    void archivedTwice() {
        Coupon coupon = half();
        Instant at = shop.acme(() -> coupons.archive(coupon.id())).archivedAt();
        assertEquals(shop.platform.clock().instant(), at);
        shop.platform.advance(Duration.ofMillis(1));
        assertEquals(at, shop.acme(() -> coupons.archive(coupon.id())).archivedAt());
    }

    @Test
    @DisplayName("the price of an offer: without a code as it is listed, with one what is left; both are told")
    void prices() {
        for (String none : new String[] {null, ""}) {
            assertEquals(
                    new Coupons.Price(offer.id(), offer.price(), offer.price(), null),
                    shop.acme(() -> coupons.price(offer.id(), none)));
        }
        Coupon coupon = half();
        assertEquals(
                new Coupons.Price(offer.id(), offer.price(), new Money(499, "EUR"), coupon.code()),
                shop.acme(() -> coupons.price(offer.id(), coupon.code())));
        refused("coupon-unknown", () -> shop.acme(() -> coupons.price(offer.id(), "NOSUCH")));
    }

    private Money price(Offer of, Coupon coupon) {
        return shop.acme(() -> coupons.price(of.id(), coupon.code())).price();
    }

    @Test
    @DisplayName("coupon-currency: an amount is taken off its own currency only")
    void currency() {
        Coupon dollars = add(wanted(shop.key(), new Reduction(null, new Money(100, "USD"))));
        refused("coupon-currency", () -> sell(dollars));
        refused("coupon-currency", () -> price(offer, dollars));
        Offer inDollars = shop.acme(() -> shop.catalog.addOffer(offer.product(), null, new Money(150, "USD")));
        assertEquals(new Money(50, "USD"), price(inDollars, dollars));
        assertEquals(0, used(dollars));
    }
}
