package org.bottega.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.bottega.api.Money;
import org.bottega.api.Seller;
import org.bottega.core.testing.SentMail;
import org.bottega.sales.Catalog.NewProduct;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.catalog.CatalogChanges.Change;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where buyers are told to find help. */
class SupportTest {

    private final Shop shop = Shop.shared();
    private final String seller = shop.newSeller();
    private final Product product =
            shop.acme(() -> shop.catalog.add(new NewProduct(seller, "Bread", null, null, null)));

    private void everywhere(String expected) {
        Offer offer = shop.acme(() -> shop.catalog.addOffer(product.id(), null, new Money(500, "EUR")));
        Purchase sold = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        shop.platform.drain();
        SentMail access = shop.mails("access", sold).get(0);
        SentMail receipt = shop.mails("receipt", sold).get(0);
        for (SentMail mail : List.of(access, receipt)) {
            assertTrue(mail.text().contains(expected), mail.text());
        }
        assertEquals(
                expected,
                shop.nobody(() -> shop.access.open(Shop.token(access))).supportEmail());
        assertEquals(
                expected,
                shop.nobody(() -> shop.receipts.open(Shop.token(receipt))).supportEmail());
    }

    @Test
    @DisplayName("SAL-13, ACC-20, NOT-02 the product's address, else the seller's support address, else the account's")
    void fallsBack() {
        everywhere(seller + "@example.com");
        Seller changed = shop.acme(() -> shop.platform
                .sellers()
                .change(seller, ZoneId.of("Europe/Rome"), "care@seller.example", Locale.ENGLISH));
        assertEquals("care@seller.example", changed.supportEmail());
        everywhere("care@seller.example");
        shop.acme(() -> shop.stock.changes.change(
                product.id(), product.version(), new Change("Bread", "help@bread.example", null, null, null)));
        everywhere("help@bread.example");
    }
}
