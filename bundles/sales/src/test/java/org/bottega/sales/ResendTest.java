package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.BRUNO;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bottega.api.Money;
import org.bottega.sales.Catalog.NewProduct;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.resend.BulkResend.Result;
import org.bottega.sales.resend.BulkResend.Wanted;
import org.bottega.sales.search.Search;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sending access of many purchases again. */
class ResendTest {

    private final Shop shop = Shop.shared();

    private static Wanted of(Purchase purchase) {
        return new Wanted(purchase.transaction(), null);
    }

    private List<Result> resend(Wanted... wanted) {
        return shop.acme(() -> shop.stock.bulk.resend(List.of(wanted)));
    }

    private static List<String> codes(List<Result> results) {
        return results.stream()
                .map(result ->
                        result.refusal() == null ? "SENT" : result.refusal().code())
                .toList();
    }

    private void opens(Purchase purchase) {
        var mails = shop.mails("access", purchase);
        String newest = Shop.token(mails.get(mails.size() - 1));
        assertEquals(
                purchase.transaction(),
                shop.nobody(() -> shop.access.open(newest)).transaction());
        refused("link-voided", () -> shop.nobody(() -> shop.access.open(Shop.token(mails.get(0)))));
    }

    @Test
    @DisplayName("SAL-05, SAL-08 a result for each, in order; what is refused does not stop the rest")
    void results() {
        Purchase one = shop.sold();
        Purchase two = shop.sold();
        Purchase refunded = shop.sold();
        shop.acme(() -> shop.refunds.refund(shop.key(), refunded.transaction(), "x"));
        Offer offer = shop.acme(() -> shop.offer(ANNA, 100));
        Purchase unpaid = shop.acme(() -> shop.sell(offer, TestCard.NO_FUNDS));
        shop.platform.drain();
        String version = shop.book.of(one, "sales_purchase", "version").get(0);

        List<Result> results = resend(
                of(refunded),
                of(one),
                new Wanted("HPNOSUCH", null),
                of(unpaid),
                new Wanted(two.transaction(), two.product()),
                of(one),
                new Wanted(two.transaction(), "PRNOSUCH"));

        assertEquals(
                List.of(
                        "access-not-granted",
                        "SENT",
                        "purchase-not-found",
                        "access-not-granted",
                        "SENT",
                        "wanted-twice",
                        "product-not-in-purchase"),
                codes(results));
        assertNotNull(results.get(1).mail());
        assertNull(results.get(0).mail());
        for (Purchase sent : List.of(one, two)) {
            assertEquals(2, shop.mails("access", sent).size());
            opens(sent);
        }
        assertEquals(version, shop.book.of(one, "sales_purchase", "version").get(0), "SAL-07");
        assertEquals("ada@example.com", shop.mails("access", one).get(1).to());
        shop.acme(() -> shop.access.resend(one.transaction()));
        opens(one);
    }

    @Test
    @DisplayName("SAL-08 of a bundle the product is named, or nothing of it is sent")
    void bundles() {
        Product bread = shop.acme(() -> shop.catalog.add(new NewProduct(ANNA, "Bread", null, null, null)));
        Product soup = shop.acme(() -> shop.catalog.add(new NewProduct(ANNA, "Soup", null, null, null)));
        Product both = shop.acme(
                () -> shop.catalog.add(new NewProduct(ANNA, "Both", null, null, null, List.of(bread.id(), soup.id()))));
        Offer offer = shop.acme(() -> shop.catalog.addOffer(both.id(), null, new Money(100, "EUR")));
        Purchase sold = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        shop.platform.drain();
        assertEquals(
                List.of("product-required", "SENT"),
                codes(resend(of(sold), new Wanted(sold.transaction(), soup.id()))));
        assertEquals(3, shop.mails("access", sold).size());
        assertEquals(List.of("1", "2"), shop.book.of(sold, "sales_access", "link_version"));
    }

    @Test
    @DisplayName("another seller's and another tenant's purchases are not there")
    void foreign() {
        Purchase sold = shop.sold();
        List<Wanted> wanted = List.of(of(sold));
        assertEquals(List.of("purchase-not-found"), codes(shop.seller(BRUNO, () -> shop.stock.bulk.resend(wanted))));
        assertEquals(List.of("purchase-not-found"), codes(shop.bravo(() -> shop.stock.bulk.resend(wanted))));
        assertEquals(1, shop.mails("access", sold).size());
        assertEquals(List.of("SENT"), codes(shop.seller(ANNA, () -> shop.stock.bulk.resend(wanted))));
    }

    @Test
    @DisplayName("each in the own language of the buyer, with the product's support address (SAL-13)")
    void letters() {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 100));
        NewBuyer gino = new NewBuyer("gino2@example.it", "Gino", null, Locale.ITALIAN);
        Purchase sold = shop.acme(
                () -> shop.checkout.sell(shop.key(), new NewPurchase(offer.id(), gino, TestCard.APPROVED.number())));
        shop.platform.drain();
        resend(of(sold));
        assertEquals(
                shop.mails("access", sold).get(0).subject(),
                shop.mails("access", sold).get(1).subject());
    }

    @Test
    @DisplayName("1 to 500 at once; all that a filter finds, or none when these are more")
    void limits() {
        Wanted nobody = new Wanted("HPNOSUCH", null);
        refused("nothing-wanted", () -> shop.acme(() -> shop.stock.bulk.resend(List.of())));
        assertEquals(
                500,
                shop.acme(() -> shop.stock.bulk.resend(Collections.nCopies(500, nobody)))
                        .size());
        refused("too-many", () -> shop.acme(() -> shop.stock.bulk.resend(Collections.nCopies(501, nobody))));
    }

    @Test
    @DisplayName("by a filter: to all that it finds, and to nobody else")
    void filter() {
        String seller = shop.newSeller();
        Offer offer = shop.acme(() -> shop.offer(seller, 100));
        Purchase one = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        Purchase two = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        Purchase other = shop.sold();
        Search search = Search.of(
                new PurchaseFilter(null, null, null, null, seller, PurchaseFilter.USUAL, null, null, null, null));
        assertEquals(List.of("SENT", "SENT"), codes(shop.acme(() -> shop.stock.bulk.resend(search))));
        for (Purchase sold : Arrays.asList(one, two)) {
            assertEquals(2, shop.mails("access", sold).size());
        }
        assertEquals(1, shop.mails("access", other).size());
        Search none = Search.of(new PurchaseFilter("HP0", null, null, null, seller, Set.of(), null, null, null, null));
        refused("nothing-wanted", () -> shop.acme(() -> shop.stock.bulk.resend(none)));
    }
}
