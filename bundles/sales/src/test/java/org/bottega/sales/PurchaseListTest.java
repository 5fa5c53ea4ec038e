package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.BRUNO;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bottega.api.Money;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Finding purchases: each filter, the period, paging to the end, totals, who sees what. */
class PurchaseListTest {

    private static final PageRequest FIRST = PageRequest.of(null, null);

    private final Shop shop = Shop.shared();
    private final String seller = shop.newSeller();

    private Purchase sell(String email, String name, TestCard card) {
        Offer offer = shop.acme(() -> shop.offer(seller, 1000));
        NewPurchase order = new NewPurchase(offer.id(), new NewBuyer(email, name, null, null), card.number());
        Purchase sold = shop.acme(() -> shop.checkout.sell(shop.key(), order));
        shop.platform.advance(Duration.ofMillis(1));
        return sold;
    }

    private Purchase sell() {
        return sell("ada@example.com", "Ada Lovelace", TestCard.APPROVED);
    }

    /** A filter for this test's seller. */
    private PurchaseFilter filter(
            String transaction, String email, String name, String product, PurchaseStatus... statuses) {
        return new PurchaseFilter(
                transaction, email, name, product, seller, Set.copyOf(Arrays.asList(statuses)), null, null, null, null);
    }

    private PurchaseFilter period(Instant from, Instant to) {
        return new PurchaseFilter(null, null, null, null, seller, Set.of(), from, to, null, null);
    }

    private List<String> found(PurchaseFilter filter) {
        return shop.acme(() -> shop.purchases.list(filter, FIRST)).items().stream()
                .map(Purchase::transaction)
                .toList();
    }

    private static List<String> codes(Purchase... purchases) {
        return Arrays.stream(purchases).map(Purchase::transaction).toList();
    }

    @Test
    @DisplayName("SAL-02, SAL-03, SAL-09 newest first; by transaction, e-mail, beginning of the name, product")
    void filters() {
        Purchase ada = sell();
        Purchase adam = sell("adam@example.com", "ADAM Smith", TestCard.APPROVED);
        Purchase bea = sell("Bea@Example.com", "Bea", TestCard.APPROVED);

        assertEquals(codes(bea, adam, ada), found(filter(null, null, null, null)));
        assertEquals(codes(adam), found(filter(adam.transaction(), null, null, null)));
        assertEquals(codes(bea), found(filter(null, "BEA@example.com", null, null)));
        assertEquals(List.of(), found(filter(null, "bea@example.co", null, null)));
        assertEquals(codes(adam, ada), found(filter(null, null, "aDa", null)));
        assertEquals(codes(adam), found(filter(null, null, "adam ", null)));
        assertEquals(List.of(), found(filter(null, null, "lovelace", null)));
        assertEquals(codes(ada), found(filter(null, null, null, ada.product())));
        assertEquals(List.of(), found(filter(adam.transaction(), "ada@example.com", null, null)), "all must hold");
    }

    @Test
    @DisplayName("SAL-10 by several statuses, or any")
    void statuses() {
        Purchase approved = sell();
        Purchase poor = sell("ada@example.com", "Ada", TestCard.NO_FUNDS);
        Purchase blocked = sell("ada@example.com", "Ada", TestCard.BLOCKED);

        assertEquals(codes(poor), found(filter(null, null, null, null, PurchaseStatus.NO_FUNDS)));
        assertEquals(
                codes(blocked, poor),
                found(filter(null, null, null, null, PurchaseStatus.NO_FUNDS, PurchaseStatus.BLOCKED)));
        assertEquals(codes(blocked, poor, approved), found(filter(null, null, null, null)));
        assertEquals(Set.of(PurchaseStatus.APPROVED, PurchaseStatus.COMPLETE), PurchaseFilter.USUAL);
    }

    @Test
    @DisplayName("SAL-04 a period begins with its first instant and ends before its last")
    void period() {
        Purchase sold = sell();
        Instant at = sold.purchasedAt();
        Instant after = at.plusMillis(1);

        assertEquals(codes(sold), found(period(at, after)));
        assertEquals(codes(sold), found(period(at, null)));
        assertEquals(List.of(), found(period(after, null)));
        assertEquals(List.of(), found(period(null, at)));
        assertEquals(codes(sold), found(period(null, after)));
        refused("period-empty", () -> period(at, at));
        PurchaseFilter wrong =
                new PurchaseFilter(sold.transaction(), null, null, null, seller, Set.of(), after, null, null, null);
        assertEquals(List.of(), found(wrong), "the period must cover the purchase, even of a named transaction");
    }

    @Test
    @DisplayName("by payment type")
    void paymentType() {
        Purchase card = sell();
        Purchase elsewhere = sell();
        shop.book.importLike(elsewhere, "X1");
        for (PaymentType type : List.of(PaymentType.CARD, PaymentType.IMPORTED)) {
            PurchaseFilter filter =
                    new PurchaseFilter(null, null, null, null, seller, Set.of(), null, null, type, null);
            assertEquals(codes(type == PaymentType.CARD ? card : elsewhere), found(filter));
        }
    }

    @Test
    @DisplayName("paging goes to the end without gaps or doubles, also over purchases of one instant")
    void paging() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(sell().transaction());
        }
        Instant now = shop.platform.clock().instant();
        for (String code : all.subList(2, 6)) {
            shop.book.boughtAt(shop.acme(() -> shop.purchases.get(code)), now);
        }
        PurchaseFilter filter = filter(null, null, null, null);
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            PageRequest request = PageRequest.of(2, cursor);
            Page<Purchase> page = shop.acme(() -> shop.purchases.list(filter, request));
            page.items().forEach(p -> seen.add(p.transaction()));
            cursor = page.next();
        } while (cursor != null);
        assertEquals(7, seen.size());
        assertEquals(Set.copyOf(all), Set.copyOf(seen));
    }

    @Test
    @DisplayName("a cursor is good for its own tenant, seller and filter only")
    void cursors() {
        sell();
        sell();
        PageRequest one = PageRequest.of(1, null);
        PurchaseFilter filter = filter(null, null, null, null);
        PageRequest next = PageRequest.of(
                1, shop.acme(() -> shop.purchases.list(filter, one)).next());
        assertEquals(
                1, shop.acme(() -> shop.purchases.list(filter, next)).items().size());
        refused("cursor-invalid", () -> shop.bravo(() -> shop.purchases.list(filter, next)));
        refused("cursor-invalid", () -> shop.acme(() -> shop.purchases.list(filter(null, null, "x", null), next)));
    }

    @Test
    @DisplayName("totals per currency agree with the list under the same filter")
    void totals() {
        sell();
        sell();
        Offer yen = shop.acme(() -> {
            Offer offer = shop.offer(seller, 1);
            return shop.catalog.addOffer(offer.product(), null, new Money(500, "JPY"));
        });
        shop.acme(() -> shop.sell(yen, TestCard.APPROVED));
        shop.acme(() -> shop.sell(yen, TestCard.NO_FUNDS));

        PurchaseFilter usual =
                new PurchaseFilter(null, null, null, null, seller, PurchaseFilter.USUAL, null, null, null, null);
        assertEquals(
                List.of(new Total("EUR", 2, 2000), new Total("JPY", 1, 500)),
                shop.acme(() -> shop.purchases.totals(usual)));
        assertEquals(
                List.of(new Total("EUR", 2, 2000), new Total("JPY", 2, 1000)),
                shop.acme(() -> shop.purchases.totals(filter(null, null, null, null))));
        assertEquals(List.of(), shop.bravo(() -> shop.purchases.totals(usual)));
    }

    @Test
    @DisplayName("a confined seller lists, sums and reads own purchases only, and no other tenant's at all")
    void confined() {
        Purchase mine = sell();
        Offer annas = shop.acme(() -> shop.offer(ANNA, 1));
        Purchase others = shop.acme(() -> shop.sell(annas, TestCard.APPROVED));
        PurchaseFilter any = new PurchaseFilter(null, null, null, null, null, Set.of(), null, null, null, null);

        Page<Purchase> page = shop.seller(seller, () -> shop.purchases.list(any, FIRST));
        assertEquals(
                codes(mine), page.items().stream().map(Purchase::transaction).toList());
        assertNull(page.next());
        assertEquals(List.of(new Total("EUR", 1, 1000)), shop.seller(seller, () -> shop.purchases.totals(any)));
        refused("purchase-not-found", () -> shop.seller(seller, () -> shop.purchases.get(others.transaction())));
        PurchaseFilter annasOnly = new PurchaseFilter(null, null, null, null, ANNA, Set.of(), null, null, null, null);
        assertEquals(
                List.of(),
                shop.seller(seller, () -> shop.purchases.list(annasOnly, FIRST)).items());
        refused("purchase-not-found", () -> shop.bravo(() -> shop.purchases.get(mine.transaction())));
        assertTrue(shop.bravo(() -> shop.purchases.list(any, FIRST)).items().isEmpty());
        assertTrue(shop.seller(BRUNO, () -> shop.purchases.list(filter(null, null, null, null), FIRST))
                .items()
                .isEmpty());
    }
}
