package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.BRUNO;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.core.testing.SentMail;
import org.bottega.sales.Catalog.NewProduct;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.bundle.Item;
import org.bottega.sales.catalog.CatalogChanges.Change;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Bundles: what they may contain, what of them is bought, and that each product is handled singly. */
class BundleTest {

    private final Shop shop = Shop.shared();

    private Product single(String name) {
        return shop.acme(() -> shop.catalog.add(new NewProduct(ANNA, name, null, null, null)));
    }

    private Product bundle(List<String> contains) {
        return shop.acme(
                () -> shop.catalog.add(new NewProduct(ANNA, "Kitchen", "kitchen@help.it", null, null, contains)));
    }

    private Product bundleOf(Product... products) {
        return bundle(Stream.of(products).map(Product::id).toList());
    }

    private Purchase sell(Product product) {
        Offer offer = shop.acme(() -> shop.catalog.addOffer(product.id(), null, new Money(3000, "EUR")));
        return shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
    }

    private Purchase sold(Product product) {
        Purchase sold = sell(product);
        shop.platform.drain();
        return sold;
    }

    private List<SentMail> mails(Purchase sold, Product product) {
        return shop.mails("access", sold).stream()
                .filter(mail -> mail.subject().contains(product.name()))
                .toList();
    }

    private String resend(Purchase sold, Product product) {
        return shop.acme(() -> shop.access.resend(sold.transaction(), product == null ? null : product.id()));
    }

    private AccessDesk.Entrance open(SentMail mail) {
        return shop.nobody(() -> shop.access.open(Shop.token(mail)));
    }

    @Test
    @DisplayName("SAL-08, MEM-06 a bundle gives access per product, one mail with an own link for each")
    void granted() {
        Product bread = single("Bread");
        Product soup = single("Soup");
        Purchase sold = sold(bundleOf(bread, soup));

        assertEquals(2, shop.mails("access", sold).size());
        for (Product product : List.of(bread, soup)) {
            AccessDesk.Entrance entrance = open(mails(sold, product).get(0));
            assertEquals(product.id(), entrance.product());
            assertEquals(product.name(), entrance.productName());
            assertEquals("anna@example.com", entrance.supportEmail(), "the product's, not the bundle's");
        }
        assertEquals(1, shop.mails("receipt", sold).size());
        assertEquals(
                Arrays.asList(bread.id(), soup.id()),
                shop.book.of(sold, "sales_access", "product_id"),
                "in the bundle's order");
        assertEquals(List.of("1", "1"), shop.book.of(sold, "sales_access", "link_version"));
    }

    @Test
    @DisplayName("SAL-08 resending one product sends that one only, and voids only its links")
    void resendOne() {
        Product bread = single("Bread");
        Product soup = single("Soup");
        Purchase sold = sold(bundleOf(bread, soup));
        String version = shop.book.of(sold, "sales_purchase", "version").get(0);

        String mail = resend(sold, soup);

        assertNotNull(mail);
        assertEquals(1, mails(sold, bread).size());
        assertEquals(2, mails(sold, soup).size());
        assertEquals(bread.id(), open(mails(sold, bread).get(0)).product());
        refused("link-voided", () -> open(mails(sold, soup).get(0)));
        assertEquals(soup.id(), open(mails(sold, soup).get(1)).product());
        assertEquals(version, shop.book.of(sold, "sales_purchase", "version").get(0), "SAL-07");
    }

    @Test
    @DisplayName("SAL-08 resending a bundle without naming the product is refused, with the products; nothing is sent")
    void productRequired() {
        Product bread = single("Bread");
        Product soup = single("Soup");
        Purchase sold = sold(bundleOf(bread, soup));
        Problem problem = refused("product-required", () -> resend(sold, null));
        assertEquals(Problem.Kind.INVALID, problem.kind());
        assertEquals(
                List.of(new Item(bread.id(), "Bread"), new Item(soup.id(), "Soup")),
                problem.members().get("products"));
        Product other = single("Other");
        refused("product-not-in-purchase", () -> resend(sold, other));
        assertEquals(2, shop.mails("access", sold).size());
    }

    @Test
    @DisplayName("SAL-05 of a single product the product may be named; a wrong one is refused")
    void singleNamed() {
        Product bread = single("Bread");
        Purchase sold = sold(bread);
        resend(sold, bread);
        resend(sold, null);
        assertEquals(3, shop.mails("access", sold).size());
        Product other = single("Other");
        refused("product-not-in-purchase", () -> resend(sold, other));
    }

    @Test
    @DisplayName("SAL-07 nothing is sent again of a purchase that was refunded or not paid")
    void noAccess() {
        Product bread = single("Bread");
        Product soup = single("Soup");
        Product bundle = bundleOf(bread, soup);
        Purchase sold = sold(bundle);
        shop.acme(() -> shop.refunds.refund(shop.key(), sold.transaction(), "x"));
        shop.platform.drain();
        refused("access-not-granted", () -> resend(sold, bread));
        refused("access-not-granted", () -> resend(sold, soup));
        assertEquals(List.of("REVOKED", "REVOKED"), shop.book.of(sold, "sales_access", "state"));
        refused("access-revoked", () -> open(mails(sold, bread).get(0)));

        Offer offer = shop.acme(() -> shop.catalog.addOffer(bundle.id(), null, new Money(3000, "EUR")));
        Purchase unpaid = shop.acme(() -> shop.sell(offer, TestCard.NO_FUNDS));
        shop.platform.drain();
        refused("access-not-granted", () -> resend(unpaid, bread));
        assertEquals(List.of(), shop.book.of(unpaid, "sales_access", "id"));
    }

    @Test
    @DisplayName("SAL-08 a chargeback ends the access to every product")
    void chargeback() {
        Product bundle = bundleOf(single("Bread"), single("Soup"));
        Offer offer = shop.acme(() -> shop.catalog.addOffer(bundle.id(), null, new Money(3000, "EUR")));
        Purchase sold = shop.acme(() -> shop.sell(offer, TestCard.CHARGEBACK));
        shop.platform.drain();
        assertEquals(List.of("GRANTED", "GRANTED"), shop.book.of(sold, "sales_access", "state"));
        shop.platform.advance(java.time.Duration.ofDays(2));
        assertEquals(List.of("REVOKED", "REVOKED"), shop.book.of(sold, "sales_access", "state"));
    }

    @Test
    @DisplayName("what a bundle contained when it was sold counts: a change holds for later sales only")
    void copied() {
        Product bread = single("Bread");
        Product soup = single("Soup");
        Product cake = single("Cake");
        Product bundle = bundleOf(bread, soup);
        Purchase before = sell(bundle);
        Change change = new Change("Kitchen", null, null, null, List.of(soup.id(), cake.id()));
        Product changed = shop.acme(() -> shop.stock.changes.change(bundle.id(), bundle.version(), change));
        assertEquals(List.of(soup.id(), cake.id()), changed.contents());
        Purchase after = sell(bundle);
        shop.platform.drain();

        assertEquals(List.of(bread.id(), soup.id()), shop.book.of(before, "sales_access", "product_id"));
        assertEquals(List.of(soup.id(), cake.id()), shop.book.of(after, "sales_access", "product_id"));
        Receipts.Receipt receipt = shop.nobody(() ->
                shop.receipts.open(Shop.token(shop.mails("receipt", before).get(0))));
        assertEquals(List.of(new Item(bread.id(), "Bread"), new Item(soup.id(), "Soup")), receipt.contents());
    }

    @Test
    @DisplayName("SAL-08 a bundle contains 2 to 50 products, each once, on the shelf, of its seller, no bundle")
    void contents() {
        Product bread = single("Bread");
        Product soup = single("Soup");
        refused("bundle-size", () -> bundleOf(bread));
        refused("bundle-twice", () -> bundleOf(bread, soup, bread));
        refused("bundle-product-unknown", () -> bundle(List.of(bread.id(), "PR0")));
        refused("field-missing", () -> bundle(Arrays.asList(bread.id(), null)));
        Product brunos = shop.acme(() -> shop.catalog.add(new NewProduct(BRUNO, "Wine", null, null, null)));
        refused("bundle-product-unknown", () -> bundleOf(bread, brunos));
        refused("bundle-in-bundle", () -> bundleOf(bread, bundleOf(bread, soup)));
        Product gone = single("Gone");
        shop.acme(() -> shop.stock.changes.archiveProduct(gone.id()));
        refused("bundle-product-archived", () -> bundleOf(bread, gone));

        List<String> many = new ArrayList<>(
                IntStream.rangeClosed(1, 50).mapToObj(i -> single("P" + i).id()).toList());
        assertEquals(50, sizeSold(bundle(many)));
        many.add(bread.id());
        refused("bundle-size", () -> bundle(many));
    }

    private int sizeSold(Product bundle) {
        return shop.mails("access", sold(bundle)).size();
    }
}
