package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.BRUNO;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.bottega.api.Money;
import org.bottega.api.PageRequest;
import org.bottega.sales.Catalog.NewProduct;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.catalog.CatalogChanges;
import org.bottega.sales.catalog.CatalogChanges.Change;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Changes of products, and taking products and offers off the shelf. */
class CatalogChangesTest {

    private final Shop shop = Shop.shared();
    private final CatalogChanges changes = shop.stock.changes;
    private final Product bread = shop.acme(
            () -> shop.catalog.add(new NewProduct(ANNA, "Bread", "bread@help.it", 7, RefundPolicy.GUARANTEE)));
    private final Offer offer = shop.acme(() -> shop.catalog.addOffer(bread.id(), null, new Money(500, "EUR")));

    private Product change(long version, Change to) {
        return shop.acme(() -> changes.change(bread.id(), version, to));
    }

    @Test
    @DisplayName("SAL-13, D8 name, support e-mail and guarantee change for future sales; what was sold stays")
    void change() {
        Purchase before = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        Product now = change(bread.version(), new Change("Focaccia", "New@help.it", 21, RefundPolicy.TICKET, null));
        Purchase after = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));

        assertEquals(now, shop.acme(() -> shop.catalog.product(bread.id())));
        assertEquals("new@help.it", now.supportEmail());
        assertEquals(bread.version() + 1, now.version());
        assertEquals(bread.createdAt(), now.createdAt());
        assertEquals("Bread", shop.now(before).productName());
        assertEquals(Duration.ofDays(7), Duration.between(before.purchasedAt(), before.refundableUntil()));
        assertEquals("Focaccia", after.productName());
        assertEquals(Duration.ofDays(90), Duration.between(after.purchasedAt(), after.refundableUntil()));
        String found = shop.acme(() -> shop.catalog.products(ANNA, "focacc", PageRequest.of(500, null)).items().stream()
                .map(Product::id)
                .filter(bread.id()::equals)
                .findFirst()
                .orElse("none"));
        assertEquals(bread.id(), found);
    }

    @Test
    @DisplayName("what is absent stays, except the support e-mail, which is taken away")
    void absent() {
        Product now = change(bread.version(), new Change("Bread", null, null, null, null));
        assertNull(now.supportEmail());
        assertEquals(7, now.guaranteeDays());
        assertEquals(RefundPolicy.GUARANTEE, now.refundPolicy());
    }

    @Test
    @DisplayName("a change of what somebody else has changed is refused, and nothing is done")
    void version() {
        Product first = change(bread.version(), new Change("One", null, null, null, null));
        var problem =
                refused("product-changed", () -> change(bread.version(), new Change("Two", null, null, null, null)));
        assertEquals(first.version(), problem.members().get("version"));
        refused("product-changed", () -> change(first.version() + 1, new Change("Two", null, null, null, null)));
        assertEquals(
                "One",
                change(first.version(), new Change("One", null, null, null, null))
                        .name());
    }

    @Test
    @DisplayName("a change is checked like a new product; a single product stays one")
    void refusals() {
        long v = bread.version();
        refused("field-missing", () -> change(v, new Change(" ", null, null, null, null)));
        refused("too-long", () -> change(v, new Change("x".repeat(201), null, null, null, null)));
        assertEquals(
                "x".repeat(200),
                change(v, new Change("x".repeat(200), null, null, null, null)).name());
        refused("guarantee-unknown", () -> change(v + 1, new Change("x", null, 8, null, null)));
        refused("email-invalid", () -> change(v + 1, new Change("x", "nobody", null, null, null)));
        Product other = shop.acme(() -> shop.catalog.add(new NewProduct(ANNA, "Other", null, null, null)));
        Product third = shop.acme(() -> shop.catalog.add(new NewProduct(ANNA, "Third", null, null, null)));
        List<String> two = List.of(other.id(), third.id());
        refused("kind-fixed", () -> change(v + 1, new Change("x", null, null, null, two)));
        Product bundle = shop.acme(() -> shop.catalog.add(new NewProduct(ANNA, "Both", null, null, null, two)));
        refused(
                "kind-fixed",
                () -> shop.acme(() -> changes.change(
                        bundle.id(), bundle.version(), new Change("Both", null, null, null, List.of()))));
        refused(
                "bundle-in-bundle",
                () -> shop.acme(() -> changes.change(
                        bundle.id(),
                        bundle.version(),
                        new Change("Both", null, null, null, List.of(other.id(), bundle.id())))));
    }

    @Test
    @DisplayName("a product is changed and archived by its own seller and tenant only")
    void foreign() {
        Change to = new Change("x", null, null, null, null);
        refused("product-not-found", () -> shop.seller(BRUNO, () -> changes.change(bread.id(), 1, to)));
        refused("product-not-found", () -> shop.bravo(() -> changes.change(bread.id(), 1, to)));
        refused("product-not-found", () -> shop.seller(BRUNO, () -> changes.archiveProduct(bread.id())));
        refused("offer-not-found", () -> shop.seller(BRUNO, () -> changes.archiveOffer(offer.id())));
        refused("offer-not-found", () -> shop.bravo(() -> changes.archiveOffer(offer.id())));
        assertNull(shop.acme(() -> shop.catalog.offer(offer.id())).archivedAt());
        assertNotNull(shop.seller(ANNA, () -> changes.archiveOffer(offer.id())).archivedAt());
    }

    @Test
    @DisplayName("an archived offer sells nothing, the product's other offers do; what was sold is still reached")
    void archivedOffer() {
        Purchase sold = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        shop.platform.drain();
        Offer first = shop.acme(() -> changes.archiveOffer(offer.id()));
        shop.platform.advance(Duration.ofSeconds(1));
        assertEquals(first, shop.acme(() -> changes.archiveOffer(offer.id())), "the first time counts");
        refused("offer-archived", () -> shop.acme(() -> shop.sell(offer, TestCard.APPROVED)));
        Offer other = shop.acme(() -> shop.catalog.addOffer(bread.id(), null, new Money(600, "EUR")));
        assertEquals(
                PurchaseStatus.APPROVED,
                shop.acme(() -> shop.sell(other, TestCard.APPROVED)).status());
        shop.acme(() -> shop.access.resend(sold.transaction()));
    }

    @Test
    @DisplayName("an archived product is sold by no offer, has no new ones, and stays within its buyers' reach")
    void archivedProduct() {
        Purchase sold = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        shop.platform.drain();
        Product archived = shop.acme(() -> changes.archiveProduct(bread.id()));
        assertNotNull(archived.archivedAt());
        assertEquals(archived, shop.acme(() -> changes.archiveProduct(bread.id())));
        refused("product-archived", () -> shop.acme(() -> shop.sell(offer, TestCard.APPROVED)));
        refused(
                "product-archived",
                () -> shop.acme(() -> shop.catalog.addOffer(bread.id(), null, new Money(1, "EUR"))));
        shop.acme(() -> shop.access.resend(sold.transaction()));
        assertEquals(2, shop.mails("access", sold).size());
    }

    @Test
    @DisplayName("a product that a bundle on the shelf contains is not archived before the bundle")
    void inBundle() {
        Product soup = shop.acme(() -> shop.catalog.add(new NewProduct(ANNA, "Soup", null, null, null)));
        Product bundle = shop.acme(
                () -> shop.catalog.add(new NewProduct(ANNA, "B", null, null, null, List.of(soup.id(), bread.id()))));
        var problem = refused("product-in-bundle", () -> shop.acme(() -> changes.archiveProduct(bread.id())));
        assertEquals(List.of(bundle.id()), problem.members().get("bundles"));
        shop.acme(() -> changes.archiveProduct(bundle.id()));
        assertTrue(shop.acme(() -> changes.archiveProduct(bread.id())).archivedAt() != null);
    }

    @Test
    @DisplayName("sales that began before an offer ended answer their key as before")
    void keyAgain() {
        String key = shop.key();
        NewPurchase order = Shop.order(offer, "ada@example.com", TestCard.APPROVED);
        Purchase first = shop.acme(() -> shop.checkout.sell(key, order));
        shop.acme(() -> changes.archiveOffer(offer.id()));
        assertEquals(first, shop.acme(() -> shop.checkout.sell(key, order)));
    }
}
