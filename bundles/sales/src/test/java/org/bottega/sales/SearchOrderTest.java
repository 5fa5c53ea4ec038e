package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.bottega.sales.search.Details;
import org.bottega.sales.search.Search;
import org.bottega.sales.search.Search.Sort;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Purchases in other orders, page by page. */
class SearchOrderTest {

    private static final PageRequest FIRST = PageRequest.of(null, null);

    private final Shop shop = Shop.shared();
    private final String seller = shop.newSeller();

    private Purchase sell(String email, long cents, String taxId) {
        Offer offer = shop.acme(() -> shop.offer(seller, cents));
        NewBuyer buyer = new NewBuyer(email, "Ada", taxId, null);
        Purchase sold = shop.acme(
                () -> shop.checkout.sell(shop.key(), new NewPurchase(offer.id(), buyer, TestCard.APPROVED.number())));
        shop.platform.advance(Duration.ofMillis(1));
        return sold;
    }

    private PurchaseFilter filter(Instant from, Instant to, PurchaseStatus... statuses) {
        return new PurchaseFilter(
                null, null, null, null, seller, Set.copyOf(Arrays.asList(statuses)), from, to, null, null);
    }

    private Search search(Details details) {
        return new Search(filter(null, null), details, Sort.NEWEST);
    }

    private Search sorted(Sort sort) {
        return new Search(filter(null, null), Details.NONE, sort);
    }

    private List<String> found(Search search) {
        return codes(shop.acme(() -> shop.purchases.list(search, FIRST)).items());
    }

    private static List<String> codes(List<Purchase> purchases) {
        return purchases.stream().map(Purchase::transaction).toList();
    }

    private static List<String> codes(Purchase... purchases) {
        return codes(List.of(purchases));
    }

    private static Details amount(String currency, Long from, Long to) {
        return new Details(null, null, null, null, null, currency, from, to);
    }

    @Test
    @DisplayName("orders: newest, oldest, dearest; paging goes to the end in each, without gaps or doubles")
    void orders() {
        Purchase a = sell("ada@example.com", 300, null);
        Purchase b = sell("ada@example.com", 100, null);
        Purchase c = sell("ada@example.com", 200, null);
        assertEquals(codes(c, b, a), found(sorted(Sort.NEWEST)));
        assertEquals(codes(a, b, c), found(sorted(Sort.OLDEST)));
        assertEquals(codes(a, c, b), found(sorted(Sort.DEAREST)));
        Purchase d = sell("ada@example.com", 200, null);
        for (Sort sort : Sort.values()) {
            List<String> paged = new ArrayList<>();
            String cursor = null;
            do {
                PageRequest request = new PageRequest(1, cursor);
                Page<Purchase> page = shop.acme(() -> shop.purchases.list(sorted(sort), request));
                paged.addAll(codes(page.items()));
                cursor = page.next();
            } while (cursor != null);
            assertEquals(found(sorted(sort)), paged, sort.name());
            assertEquals(4, paged.size());
        }
        String next = shop.acme(() -> shop.purchases.list(sorted(Sort.OLDEST), new PageRequest(1, null)))
                .next();
        PageRequest wrong = new PageRequest(1, next);
        refused("cursor-invalid", () -> shop.acme(() -> shop.purchases.list(sorted(Sort.NEWEST), wrong)));
        refused("cursor-invalid", () -> shop.seller(ANNA, () -> shop.purchases.list(sorted(Sort.OLDEST), wrong)));
        assertEquals(codes(d, c), found(search(amount(null, 200L, 200L))));
    }

    @Test
    @DisplayName("sort-unknown: an order is named as it is told, the newest first when none is")
    void names() {
        assertEquals(Sort.NEWEST, Sort.of(null));
        assertEquals(Sort.NEWEST, Sort.of(""));
        assertEquals(Sort.NEWEST, Sort.of("-purchasedAt"));
        assertEquals(Sort.OLDEST, Sort.of("purchasedAt"));
        assertEquals(Sort.DEAREST, Sort.of("-amount"));
        assertEquals(
                "sort",
                refused("sort-unknown", () -> Sort.of("amount")).errors().get(0).field());
    }

    @Test
    @DisplayName("rare statuses together, newest first, page by page")
    void rareStatuses() {
        Offer offer = shop.acme(() -> shop.offer(seller, 100));
        List<String> all = new ArrayList<>();
        for (TestCard card : List.of(TestCard.NO_FUNDS, TestCard.BLOCKED, TestCard.APPROVED, TestCard.NO_FUNDS)) {
            Purchase one = shop.acme(() -> shop.sell(offer, card));
            shop.platform.advance(Duration.ofMillis(1));
            if (card != TestCard.APPROVED) {
                all.add(0, one.transaction());
            }
        }
        Search unpaid = Search.of(filter(null, null, PurchaseStatus.NO_FUNDS, PurchaseStatus.BLOCKED));
        assertEquals(all, found(unpaid));
        Page<Purchase> first = shop.acme(() -> shop.purchases.list(unpaid, new PageRequest(2, null)));
        Page<Purchase> second = shop.acme(() -> shop.purchases.list(unpaid, new PageRequest(2, first.next())));
        assertEquals(all.subList(0, 2), codes(first.items()));
        assertEquals(all.subList(2, 3), codes(second.items()));
        assertEquals(new Money(100, "EUR"), second.items().get(0).listPrice());
    }
}
