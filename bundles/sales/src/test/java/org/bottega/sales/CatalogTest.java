package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.BRUNO;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bottega.api.Money;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.Catalog.NewProduct;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products and offers. */
class CatalogTest {

    private final Shop shop = Shop.shared();
    private final String seller = shop.newSeller();

    private Product add(String name) {
        return shop.acme(() -> shop.catalog.add(new NewProduct(seller, name, null, null, null)));
    }

    @Test
    @DisplayName("D8 a new product has 30 days of guarantee and the policy GUARANTEE")
    void defaults() {
        Product product = add(" Bread ");
        assertTrue(product.id().startsWith("PR"));
        assertEquals("Bread", product.name());
        assertEquals(30, product.guaranteeDays());
        assertEquals(RefundPolicy.GUARANTEE, product.refundPolicy());
        assertNull(product.supportEmail());
        assertEquals(product, shop.acme(() -> shop.catalog.product(product.id())));
    }

    @Test
    @DisplayName("D8 where ticketing is on, the default is TICKET; products there already stay as they are")
    void ticketing() {
        try (Shop own = new Shop(TestDatabase.Kind.usual())) {
            Product before = own.acme(() -> own.catalog.add(new NewProduct(ANNA, "A", null, null, null)));
            own.platform.module(new Ticketing());
            own.platform.enable(Shop.ACME, "ticketing");
            Product after = own.acme(() -> own.catalog.add(new NewProduct(ANNA, "B", null, null, null)));
            Product told =
                    own.acme(() -> own.catalog.add(new NewProduct(ANNA, "C", null, null, RefundPolicy.GUARANTEE)));
            Product elsewhere = own.bravo(() -> own.catalog.add(new NewProduct(ANNA, "D", null, null, null)));
            assertEquals(RefundPolicy.TICKET, after.refundPolicy());
            assertEquals(RefundPolicy.GUARANTEE, told.refundPolicy());
            assertEquals(RefundPolicy.GUARANTEE, elsewhere.refundPolicy());
            assertEquals(before, own.acme(() -> own.catalog.product(before.id())));
        }
    }

    /** Stands for a module that is not written yet. */
    private static final class Ticketing implements BusinessModule {
        @Override
        public ModuleInfo info() {
            return new ModuleInfo("ticketing", "Ticketing", "1.0.0", Set.of(), Set.of());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 15, 21, 30})
    @DisplayName("D8 guarantees that can be given")
    void guarantees(int days) {
        NewProduct wanted = new NewProduct(seller, "Bread", null, days, null);
        assertEquals(days, shop.acme(() -> shop.catalog.add(wanted)).guaranteeDays());
    }

    @ParameterizedTest
    @ValueSource(ints = {-7, 0, 6, 8, 14, 29, 31, 60})
    @DisplayName("D8 guarantees that cannot")
    void noGuarantees(int days) {
        NewProduct wanted = new NewProduct(seller, "Bread", null, days, null);
        refused("guarantee-unknown", () -> shop.acme(() -> shop.catalog.add(wanted)));
    }

    @Test
    @DisplayName("a confined seller need not say which, and cannot name another")
    void sellers() {
        assertEquals(
                seller,
                shop.seller(seller, () -> shop.catalog.add(new NewProduct(null, "X", null, null, null)))
                        .seller());
        refused(
                "seller-not-found",
                () -> shop.seller(seller, () -> shop.catalog.add(new NewProduct(ANNA, "X", null, null, null))));
        refused(
                "seller-not-found",
                () -> shop.acme(() -> shop.catalog.add(new NewProduct("nobody", "X", null, null, null))));
        refused("field-missing", () -> shop.acme(() -> shop.catalog.add(new NewProduct(null, "X", null, null, null))));
    }

    @Test
    @DisplayName("products are listed by name, found by its beginning, page by page")
    void lists() {
        add("banana Cake");
        add("Apple pie");
        add("Bananas");
        assertEquals(List.of("Apple pie", "banana Cake", "Bananas"), names(null, 2));
        assertEquals(List.of("banana Cake", "Bananas"), names("BANANA", 1));
        assertEquals(List.of(), names("pie", 50));
    }

    private List<String> names(String prefix, int limit) {
        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            PageRequest request = PageRequest.of(limit, cursor);
            Page<Product> page = shop.acme(() -> shop.catalog.products(seller, prefix, request));
            page.items().forEach(product -> names.add(product.name()));
            cursor = page.next();
        } while (cursor != null);
        return names;
    }

    @Test
    @DisplayName("offers of a product, newest first; of another seller's or tenant's product there are none")
    void offers() {
        Product product = add("Bread");
        Offer one = shop.acme(() -> shop.catalog.addOffer(product.id(), "summer", new Money(100, "EUR")));
        shop.platform.clock().advance(Duration.ofMillis(1));
        Offer two = shop.acme(() -> shop.catalog.addOffer(product.id(), null, new Money(200, "GBP")));
        PageRequest all = PageRequest.of(null, null);

        assertTrue(one.id().startsWith("OF"));
        assertEquals(one, shop.acme(() -> shop.catalog.offer(one.id())));
        assertEquals(
                List.of(two, one),
                shop.acme(() -> shop.catalog.offers(product.id(), all)).items());
        assertEquals(
                List.of(two, one),
                shop.seller(seller, () -> shop.catalog.offers(null, all)).items());
        assertEquals(
                List.of(),
                shop.seller(BRUNO, () -> shop.catalog.offers(product.id(), all)).items());
        refused("offer-not-found", () -> shop.bravo(() -> shop.catalog.offer(one.id())));
        refused("product-not-found", () -> shop.bravo(() -> shop.catalog.product(product.id())));
        refused(
                "product-not-found",
                () -> shop.seller(BRUNO, () -> shop.catalog.addOffer(product.id(), null, new Money(1, "EUR"))));
    }
}
