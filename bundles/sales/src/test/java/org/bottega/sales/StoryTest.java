package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bottega.api.PageRequest;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.store.Purge;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One sale's whole life, on every kind of database that the machine offers. */
class StoryTest {

    private static final List<String> TABLES = List.of(
            "sales_product",
            "sales_offer",
            "sales_buyer",
            "sales_purchase",
            "sales_payment",
            "sales_refund",
            "sales_access",
            "sales_sandbox");

    static Stream<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("sold, found, resent, completed, refunded under TICKET; purging one tenant leaves the other whole")
    void story(TestDatabase.Kind kind) {
        try (Shop shop = new Shop(kind)) {
            Offer offer = shop.acme(() -> shop.offer(ANNA, 1250, 7, RefundPolicy.TICKET));
            Purchase sold = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
            Offer theirs = shop.bravo(() -> shop.offer(ANNA, 700));
            Purchase other = shop.bravo(() -> shop.sell(theirs, TestCard.APPROVED));
            shop.platform.drain();

            PurchaseFilter byName = new PurchaseFilter(
                    null, null, "ada", offer.product(), ANNA, Set.of(PurchaseStatus.APPROVED), null, null, null, null);
            assertEquals(
                    List.of(sold),
                    shop.acme(() -> shop.purchases.list(byName, PageRequest.of(1, null)))
                            .items());
            assertEquals(List.of(new Total("EUR", 1, 1250)), shop.acme(() -> shop.purchases.totals(byName)));
            shop.acme(() -> shop.access.resend(sold.transaction()));
            shop.platform.advance(Duration.ofDays(8));
            assertEquals(PurchaseStatus.COMPLETE, shop.now(sold).status());
            assertEquals(Optional.of(shop.now(sold)), shop.acme(() -> shop.api.find(sold.transaction())));
            assertEquals(Optional.empty(), shop.bravo(() -> shop.api.find(sold.transaction())));
            shop.acme(() -> shop.api.refund(shop.key(), sold.transaction(), "x"));
            shop.platform.drain();
            assertEquals(0, shop.book.moved());
            refused("access-not-granted", () -> shop.acme(() -> shop.access.resend(sold.transaction())));
            assertEquals(2, shop.mails("access", sold).size());
            assertEquals(1, shop.mails("refund-buyer", sold).size());

            shop.acme(() -> shop.platform.unitOfWork().call(() -> {
                new Purge(shop.platform.store("sales")).all();
                return null;
            }));
            for (String table : TABLES) {
                assertEquals(0, shop.book.count(table), table);
            }
            assertEquals(other, shop.bravo(() -> shop.purchases.get(other.transaction())));
        }
    }
}
