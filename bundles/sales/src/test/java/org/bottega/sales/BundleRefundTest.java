package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.bottega.api.Money;
import org.bottega.sales.Catalog.NewProduct;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.refund.Preview;
import org.bottega.sales.refund.RefundSize;
import org.bottega.sales.refund.Refunds.Wish;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** D18: parts of an order of several products. */
class BundleRefundTest {

    private final Shop shop = Shop.shared();

    private Product product(String name, List<String> contains) {
        return shop.acme(() -> shop.catalog.add(new NewProduct(ANNA, name, null, null, null, contains)));
    }

    private PurchaseStatus give(Purchase sold, long minor, String product) {
        Wish wish = new Wish(new RefundSize(null, new Money(minor, "EUR")), product, "x", null);
        return shop.acme(() -> shop.refunds.give(shop.key(), sold.transaction(), wish))
                .purchase()
                .status();
    }

    @Test
    @DisplayName("D18 on an order of several the product of a part must be named, of the whole not; all access is lost")
    void named() {
        Product bread = product("Bread", null);
        Product soup = product("Soup", null);
        Product kitchen = product("Kitchen", List.of(bread.id(), soup.id()));
        Offer offer = shop.acme(() -> shop.catalog.addOffer(kitchen.id(), null, new Money(3000, "EUR")));
        Purchase sold = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        shop.platform.drain();

        assertEquals(
                400,
                refused("product-missing", () -> give(sold, 1000, null)).kind().status());
        refused("product-not-found", () -> give(sold, 1000, kitchen.id()));
        assertEquals(PurchaseStatus.PARTIALLY_REFUNDED, give(sold, 1000, soup.id()));
        Preview rest = shop.acme(() -> shop.refunds.preview(sold.transaction(), RefundSize.WHOLE, null));
        assertEquals(
                List.of("Bread", "Soup"),
                rest.lost().stream().map(Preview.Lost::name).sorted().toList());
        assertEquals(PurchaseStatus.REFUNDED, give(sold, 2000, null));
    }
}
