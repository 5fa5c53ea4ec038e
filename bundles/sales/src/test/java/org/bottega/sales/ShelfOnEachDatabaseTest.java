package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bottega.api.Money;
import org.bottega.api.PageRequest;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.Catalog.NewProduct;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.catalog.CatalogChanges.Change;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.resend.BulkResend.Wanted;
import org.bottega.sales.search.Details;
import org.bottega.sales.search.Search;
import org.bottega.sales.search.Search.Sort;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles, search, export and sending again, on each kind of database. */
class ShelfOnEachDatabaseTest {

    static Stream<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds();
    }

    private static Search search(Details details, Sort sort, PurchaseStatus... statuses) {
        return new Search(
                new PurchaseFilter(null, null, "ada", null, ANNA, Set.of(statuses), null, null, null, null),
                details,
                sort);
    }

    private static List<String> found(Shop shop, Search search) {
        PageRequest one = new PageRequest(1, null);
        var first = shop.acme(() -> shop.purchases.list(search, one));
        PageRequest rest = new PageRequest(500, first.next());
        var second = first.next() == null
                ? List.<Purchase>of()
                : shop.acme(() -> shop.purchases.list(search, rest)).items();
        return Stream.concat(first.items().stream(), second.stream())
                .map(Purchase::transaction)
                .toList();
    }

    private static String exported(Shop shop, Search search) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        shop.platform.as(Shop.ACME, () -> {
            shop.stock.export.write(search, false, file);
            return null;
        });
        return file.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("SAL-03, SAL-08, SAL-09 the same on each database")
    void same(TestDatabase.Kind kind) throws Exception {
        try (Shop shop = new Shop(kind)) {
            Product bread = shop.acme(() -> shop.catalog.add(new NewProduct(ANNA, "Bread", null, null, null)));
            Product soup = shop.acme(() -> shop.catalog.add(new NewProduct(ANNA, "Soup", null, null, null)));
            List<String> both = List.of(bread.id(), soup.id());
            Product bundle = shop.acme(() -> shop.catalog.add(new NewProduct(ANNA, "Both", null, null, null, both)));
            Product changed = shop.acme(() -> shop.stock.changes.change(
                    bundle.id(), bundle.version(), new Change("Two", null, null, null, null)));
            assertEquals(bundle.version() + 1, changed.version());
            Offer offer = shop.acme(() -> shop.catalog.addOffer(bundle.id(), null, new Money(300, "EUR")));
            Offer cheap = shop.acme(() -> shop.catalog.addOffer(bread.id(), null, new Money(100, "EUR")));
            Purchase one = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
            shop.platform.advance(Duration.ofSeconds(1));
            Purchase two = shop.acme(() -> shop.sell(cheap, TestCard.APPROVED));
            shop.platform.advance(Duration.ofSeconds(1));
            Purchase unpaid = shop.acme(() -> shop.sell(cheap, TestCard.NO_FUNDS));

            Search paid = search(Details.NONE, Sort.NEWEST, PurchaseStatus.APPROVED, PurchaseStatus.COMPLETE);
            assertEquals(List.of(two.transaction(), one.transaction()), found(shop, paid));
            Search oldest = search(Details.NONE, Sort.OLDEST);
            assertEquals(List.of(one.transaction(), two.transaction(), unpaid.transaction()), found(shop, oldest));
            assertEquals(
                    one.transaction(),
                    found(shop, search(Details.NONE, Sort.DEAREST)).get(0));
            Details all = new Details("HP", "ada@", cheap.id(), null, null, "EUR", 100L, 100L);
            assertEquals(List.of(unpaid.transaction(), two.transaction()), found(shop, search(all, Sort.NEWEST)));
            Search rare = search(Details.NONE, Sort.NEWEST, PurchaseStatus.NO_FUNDS, PurchaseStatus.BLOCKED);
            assertEquals(List.of(unpaid.transaction()), found(shop, rare));
            assertEquals(
                    400, shop.acme(() -> shop.purchases.totals(paid)).get(0).amount());

            assertEquals(4, exported(shop, oldest).lines().count());
            shop.acme(() -> shop.stock.bulk.resend(
                    List.of(new Wanted(one.transaction(), soup.id()), new Wanted(two.transaction(), null))));
            assertEquals(3, shop.mails("access", one).size());
            assertEquals(2, shop.mails("access", two).size());
        }
    }
}
