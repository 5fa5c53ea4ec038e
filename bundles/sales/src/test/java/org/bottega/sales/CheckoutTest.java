package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.BRUNO;
import static org.bottega.sales.Shop.order;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bottega.api.Money;
import org.bottega.api.PageRequest;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Selling: outcomes, keys, who may, what is kept. */
class CheckoutTest {

    private final Shop shop = Shop.shared();
    private final Offer offer = shop.acme(() -> shop.offer(ANNA, 1250));
    private final String key = shop.key();
    private final long before = shop.book.moved();
    private final int sales = shop.book.count("sales_purchase");

    @ParameterizedTest
    @CsvSource({"APPROVED,APPROVED,1250", "NO_FUNDS,NO_FUNDS,0", "BLOCKED,BLOCKED,0", "DELAYED,WAITING_PAYMENT,1250"})
    @DisplayName("the card chooses the outcome; a refused payment still leaves its transaction")
    void outcomes(TestCard card, PurchaseStatus status, long moved) {
        Purchase purchase = shop.acme(() -> shop.sell(offer, card));

        assertEquals(status, purchase.status());
        assertTrue(purchase.transaction().matches("HP[0-9A-Z]{12}"), purchase.transaction());
        assertEquals(new Money(1250, "EUR"), purchase.price());
        assertEquals(ANNA, purchase.seller());
        assertEquals("ada@example.com", purchase.buyer().email());
        assertEquals(purchase, shop.now(purchase));
        assertEquals(moved, shop.book.moved() - before);
    }

    @Test
    @DisplayName("a card the sandbox does not know is a blocked card")
    void unknownCard() {
        NewPurchase order =
                new NewPurchase(offer.id(), new NewBuyer("ada@example.com", "Ada", null, null), "4111111111111111");
        assertEquals(
                PurchaseStatus.BLOCKED,
                shop.acme(() -> shop.checkout.sell(key, order)).status());
    }

    @Test
    @DisplayName("the same key again is the same purchase, and money moves once")
    void sameKey() {
        NewPurchase order = order(offer, "ada@example.com", TestCard.APPROVED);
        Purchase first = shop.acme(() -> shop.checkout.sell(key, order));
        Purchase second = shop.acme(() -> shop.checkout.sell(key, order));

        assertEquals(first, second);
        assertEquals(1250, shop.book.moved() - before);
        assertEquals(sales + 1, shop.book.count("sales_purchase"));
    }

    @Test
    @DisplayName("the same key for another buyer or offer is refused and sells nothing")
    void keyReused() {
        Offer other = shop.acme(() -> shop.offer(ANNA, 900));
        shop.acme(() -> shop.checkout.sell(key, order(offer, "ada@example.com", TestCard.APPROVED)));

        refused(
                "idempotency-key-reused",
                () -> shop.acme(() -> shop.checkout.sell(key, order(offer, "eve@example.com", TestCard.APPROVED))));
        refused(
                "idempotency-key-reused",
                () -> shop.acme(() -> shop.checkout.sell(key, order(other, "ada@example.com", TestCard.APPROVED))));
        assertEquals(1250, shop.book.moved() - before);
    }

    @Test
    @DisplayName("keys are the caller's own: two sellers may use the same one")
    void keysOfTwoCallers() {
        Offer brunos = shop.acme(() -> shop.offer(BRUNO, 700));
        Purchase a =
                shop.seller(ANNA, () -> shop.checkout.sell(key, order(offer, "ada@example.com", TestCard.APPROVED)));
        Purchase b =
                shop.seller(BRUNO, () -> shop.checkout.sell(key, order(brunos, "ada@example.com", TestCard.APPROVED)));
        assertNotEquals(a.transaction(), b.transaction());
        assertEquals(a.buyer().id(), b.buyer().id(), "one address is one buyer");
    }

    @Test
    @DisplayName("a key is mandatory, visible ASCII, at most 255 characters")
    void keys() {
        NewPurchase order = order(offer, "ada@example.com", TestCard.APPROVED);
        refused("idempotency-key-missing", () -> shop.acme(() -> shop.checkout.sell(null, order)));
        refused("idempotency-key-missing", () -> shop.acme(() -> shop.checkout.sell(" ", order)));
        refused("idempotency-key-invalid", () -> shop.acme(() -> shop.checkout.sell("k".repeat(256), order)));
        refused("idempotency-key-invalid", () -> shop.acme(() -> shop.checkout.sell("é", order)));
        assertEquals(
                PurchaseStatus.APPROVED,
                shop.acme(() -> shop.checkout.sell("k".repeat(255), order)).status());
    }

    @Test
    @DisplayName("an offer of another seller or tenant is not there, and nothing is written")
    void foreignOffer() {
        NewPurchase order = order(offer, "never@example.com", TestCard.APPROVED);
        refused("offer-not-found", () -> shop.bravo(() -> shop.checkout.sell(key, order)));
        refused("offer-not-found", () -> shop.seller(BRUNO, () -> shop.checkout.sell(key, order)));
        assertEquals(sales, shop.book.count("sales_purchase"));
        assertEquals(List.of(), shop.book.buyer("never@example.com", "id"));
        assertEquals(
                PurchaseStatus.APPROVED,
                shop.seller(ANNA, () -> shop.checkout.sell(key, order)).status());
    }

    @Test
    @DisplayName("without a gateway nothing is begun: 503, to be tried again")
    void gatewayAway() {
        shop.gateways.remove(shop.gateway);
        try {
            refused("gateway-unavailable", () -> shop.acme(() -> shop.sell(offer, TestCard.APPROVED)));
        } finally {
            shop.gateways.add(shop.gateway);
        }
        assertEquals(sales, shop.book.count("sales_purchase"));
    }

    @Test
    @DisplayName("money never moves inside a unit of work")
    void notInUnit() {
        assertThrows(
                IllegalStateException.class,
                () -> shop.acme(() -> shop.platform.unitOfWork().call(() -> shop.sell(offer, TestCard.APPROVED))));
        assertEquals(sales, shop.book.count("sales_purchase"));
    }

    @Test
    @DisplayName("of a card only the last four digits are kept, in no table, audit line or text")
    void cardIsNotKept() {
        Purchase sold = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        assertEquals(List.of("0002"), shop.book.of(sold, "sales_payment", "card"));
        assertFalse(
                order(offer, "ada@example.com", TestCard.APPROVED).toString().contains("40000000"));
        String audit = shop.acme(() -> shop.platform.core().audit().list(null, PageRequest.of(500, null)))
                .toString();
        assertTrue(audit.contains(sold.transaction()));
        assertFalse(audit.contains("40000000"));
    }

    @Test
    @DisplayName("what is kept of a buyer is completed, never overwritten by another seller")
    void buyerLearns() {
        NewBuyer first = new NewBuyer("Learn@Example.com", "Ada", null, Locale.ITALIAN);
        NewBuyer second = new NewBuyer("learn@example.com", "Mallory", "TAX1", null);
        Purchase a = shop.acme(
                () -> shop.checkout.sell(shop.key(), new NewPurchase(offer.id(), first, TestCard.APPROVED.number())));
        Purchase b = shop.acme(
                () -> shop.checkout.sell(shop.key(), new NewPurchase(offer.id(), second, TestCard.APPROVED.number())));

        assertEquals(a.buyer().id(), b.buyer().id());
        assertEquals("Mallory", b.buyer().name(), "a purchase shows the name it was made with");
        assertEquals(List.of("Ada"), shop.book.buyer("learn@example.com", "name"));
        assertEquals(List.of("TAX1"), shop.book.buyer("learn@example.com", "tax_id"));
        assertEquals(List.of("it"), shop.book.buyer("learn@example.com", "locale"));
        assertEquals(
                Optional.of(Locale.ITALIAN), shop.acme(() -> shop.api.language(b.transaction())), "as others are told");
        assertEquals(Optional.empty(), shop.acme(() -> shop.api.language("HPNONE")));
    }

    @Test
    @DisplayName("eight sales to one new buyer at once: eight purchases, one buyer; one key at once: one purchase")
    void atOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Purchase> other = () ->
                    shop.acme(() -> shop.checkout.sell(shop.key(), order(offer, "new@example.com", TestCard.APPROVED)));
            Callable<Purchase> same =
                    () -> shop.acme(() -> shop.checkout.sell(key, order(offer, "new@example.com", TestCard.APPROVED)));
            for (Future<Purchase> sale : pool.invokeAll(Collections.nCopies(8, other))) {
                assertEquals(PurchaseStatus.APPROVED, sale.get().status());
            }
            for (Future<Purchase> sale : pool.invokeAll(Collections.nCopies(8, same))) {
                assertEquals(PurchaseStatus.APPROVED, sale.get().status());
            }
            assertEquals(sales + 9, shop.book.count("sales_purchase"));
            assertEquals(1, shop.book.buyer("new@example.com", "id").size());
            assertEquals(9 * 1250L, shop.book.moved() - before);
        } finally {
            pool.shutdownNow();
        }
    }
}
