package org.bottega.sales;

import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bottega.api.Caller;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.coupon.Coupon;
import org.bottega.sales.coupon.Coupons.NewCoupon;
import org.bottega.sales.coupon.Reduction;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.search.Details;
import org.bottega.sales.search.Search;
import org.bottega.sales.search.Search.Sort;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Finding purchases by what else is known of them, and in other orders. */
class SearchTest {

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

    private List<String> found(Search search) {
        return codes(shop.acme(() -> shop.purchases.list(search, FIRST)).items());
    }

    private static List<String> codes(List<Purchase> purchases) {
        return purchases.stream().map(Purchase::transaction).toList();
    }

    private static List<String> codes(Purchase... purchases) {
        return codes(List.of(purchases));
    }

    @Test
    @DisplayName("SAL-03, SAL-09 by the beginning of the transaction code and of the e-mail address")
    void beginnings() {
        Purchase ada = sell("ada@search.example", 100, null);
        Purchase adam = sell("adam@search.example", 100, null);
        String code = ada.transaction();
        assertEquals(codes(ada), found(search(details(code, null, null, null))));
        assertEquals(codes(ada), found(search(details(code.substring(0, 13).toLowerCase(), null, null, null))));
        assertEquals(List.of(), found(search(details(code + "X", null, null, null))));
        assertEquals(codes(adam, ada), found(search(details("hp", null, null, null))));
        assertEquals(codes(adam, ada), found(search(details(null, "ADA", null, null))));
        assertEquals(codes(adam), found(search(details(null, "adam@", null, null))));
        assertEquals(List.of(), found(search(details(null, "da", null, null))));
    }

    private static Details details(String code, String email, String offer, String coupon) {
        return new Details(code, email, offer, coupon, null, null, null, null);
    }

    @Test
    @DisplayName("SAL-09 by offer, by coupon, both together")
    void offerAndCoupon() {
        Reduction half = new Reduction(5000, null);
        Coupon coupon = shop.acme(
                () -> shop.stock.coupons.add(new NewCoupon(seller, shop.key(), half, null, null, null, null, null)));
        Purchase without = sell("ada@example.com", 100, null);
        NewBuyer buyer = new NewBuyer("ada@example.com", "Ada", null, null);
        Purchase with = shop.acme(() -> shop.checkout.sell(
                shop.key(), new NewPurchase(without.offer(), buyer, TestCard.APPROVED.number(), coupon.code())));
        Purchase other = sell("ada@example.com", 100, null);
        assertEquals(codes(other), found(search(details(null, null, other.offer(), null))));
        assertEquals(
                codes(with),
                found(search(details(null, null, null, coupon.code().toLowerCase()))));
        assertEquals(codes(with), found(search(details(null, null, without.offer(), coupon.code()))));
        assertEquals(List.of(), found(search(details(null, null, other.offer(), coupon.code()))));
        assertEquals(List.of(), found(search(details(null, null, null, "NOSUCH"))));
        assertEquals(
                50,
                shop.acme(() -> shop.purchases.totals(search(details(null, null, null, coupon.code()))))
                        .get(0)
                        .amount());
    }

    @Test
    @DisplayName("SAL-09 by tax id, exactly, and only with the permission")
    void taxId() {
        Purchase sold = sell("tax@search.example", 100, "IT-1234");
        sell("tax@search.example", 100, null);
        assertEquals(codes(sold), found(search(byTax("IT-1234"))), "as told at that sale");
        assertEquals(List.of(), found(search(byTax("IT-123"))));
        Set<String> lesser = Set.of(SalesModule.READ);
        Caller clerk = new Caller(Shop.ACME, Caller.Kind.STAFF, "clerk", null, null, lesser, "test");
        Problem problem = refused(
                "permission-missing",
                () -> shop.platform.callers().as(clerk, () -> shop.purchases.list(search(byTax("IT-1234")), FIRST)));
        assertEquals(403, problem.kind().status());
        refused(
                "permission-missing",
                () -> shop.platform.callers().as(clerk, () -> shop.purchases.totals(search(byTax("IT-1234")))));
    }

    private static Details byTax(String taxId) {
        return new Details(null, null, null, null, taxId, null, null, null);
    }

    @Test
    @DisplayName("by amount, both ends included, and by currency")
    void amounts() {
        Purchase small = sell("ada@example.com", 99, null);
        Purchase one = sell("ada@example.com", 100, null);
        Purchase two = sell("ada@example.com", 200, null);
        Purchase big = sell("ada@example.com", 201, null);
        assertEquals(codes(two, one), found(search(amount("EUR", 100L, 200L))));
        assertEquals(codes(big, two), found(search(amount(null, 200L, null))));
        assertEquals(codes(one, small), found(search(amount(null, null, 100L))));
        assertEquals(List.of(), found(search(amount("USD", null, null))));
        refused("amounts-reversed", () -> amount(null, 2L, 1L));
        refused("currency-unknown", () -> amount("XXL", null, null));
        assertNotNull(amount(null, 1L, 1L));
    }

    private static Details amount(String currency, Long from, Long to) {
        return new Details(null, null, null, null, null, currency, from, to);
    }

    @Test
    @DisplayName("SAL-04 the period holds its first instant and not its last, in every order")
    void period() {
        Purchase a = sell("ada@example.com", 300, null);
        Purchase b = sell("ada@example.com", 100, null);
        Purchase c = sell("ada@example.com", 200, null);
        for (Sort sort : Sort.values()) {
            assertEquals(
                    Set.copyOf(codes(a, b)),
                    Set.copyOf(found(new Search(filter(a.purchasedAt(), c.purchasedAt()), Details.NONE, sort))),
                    sort.name());
        }
        PurchaseFilter after =
                filter(a.purchasedAt().plusMillis(1), c.purchasedAt().plusMillis(1));
        assertEquals(codes(c, b), found(Search.of(after)));
    }
}
