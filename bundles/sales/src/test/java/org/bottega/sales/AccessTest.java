package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.BRAVO;
import static org.bottega.sales.Shop.BRUNO;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.bottega.api.Caller;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.core.testing.SentMail;
import org.bottega.sales.AccessDesk.Entrance;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Access by event, the links, and the mails that carry them. */
class AccessTest {

    private final Shop shop = Shop.shared();

    private Entrance open(String token) {
        return shop.nobody(() -> shop.access.open(token));
    }

    private String newest(Purchase purchase) {
        List<SentMail> mails = shop.mails("access", purchase);
        return Shop.token(mails.get(mails.size() - 1));
    }

    private void resend(Purchase purchase) {
        shop.acme(() -> shop.access.resend(purchase.transaction()));
    }

    @Test
    @DisplayName("an approved purchase gives access by event, mailed with a link that opens the product")
    void granted() {
        Purchase sold = shop.sold();
        assertEquals(1, shop.mails("access", sold).size());
        Entrance entrance = open(newest(sold));
        assertEquals(sold.transaction(), entrance.transaction());
        assertEquals(sold.product(), entrance.product());
        assertEquals("Pasta by hand", entrance.productName());
        assertEquals("Seller anna", entrance.seller());
        assertEquals("anna@example.com", entrance.supportEmail(), "ACC-20: the account's when nothing else is set");
    }

    @Test
    @DisplayName("the first use of the link is noted, later ones change nothing")
    void firstUse() {
        Purchase sold = shop.sold();
        assertNull(shop.book.instant(sold, "sales_access", "first_used_at"));
        open(newest(sold));
        var first = shop.book.instant(sold, "sales_access", "first_used_at");
        assertNotNull(first);
        shop.platform.advance(Duration.ofSeconds(1));
        open(newest(sold));
        assertEquals(first, shop.book.instant(sold, "sales_access", "first_used_at"));
    }

    @Test
    @DisplayName("SAL-05, SAL-07 resend mails the buyer a new link, voids the old ones, leaves the purchase as it was")
    void resends() {
        Purchase sold = shop.sold();
        String first = newest(sold);
        String version = shop.book.of(sold, "sales_purchase", "version").get(0);
        resend(sold);
        String second = newest(sold);
        resend(sold);
        String third = newest(sold);

        assertEquals(3, shop.mails("access", sold).size());
        assertTrue(
                shop.mails("access", sold).stream().allMatch(mail -> mail.to().equals("ada@example.com")));
        assertEquals(410, refused("link-voided", () -> open(first)).kind().status());
        refused("link-voided", () -> open(second));
        assertEquals(sold.transaction(), open(third).transaction());
        assertEquals(shop.now(sold), sold);
        assertEquals(List.of(version), shop.book.of(sold, "sales_purchase", "version"));
    }

    @Test
    @DisplayName("SAL-07 it works for a buyer who used the link already and lost it")
    void resendsToUser() {
        Purchase sold = shop.sold();
        open(newest(sold));
        resend(sold);
        assertEquals(sold.transaction(), open(newest(sold)).transaction());
    }

    @Test
    @DisplayName("a refund revokes access by event: 410, and nothing can be resent (409 naming the status)")
    void revoked() {
        Purchase sold = shop.sold();
        String token = newest(sold);
        shop.acme(() -> shop.refunds.refund(shop.key(), sold.transaction(), "x"));
        assertEquals(sold.transaction(), open(token).transaction(), "until the event is heard");
        shop.platform.drain();

        assertEquals(410, refused("access-revoked", () -> open(token)).kind().status());
        Problem problem = refused("access-not-granted", () -> resend(sold));
        assertEquals(409, problem.kind().status());
        assertEquals("REFUNDED", problem.members().get("status"));
        assertEquals(1, shop.mails("access", sold).size());
    }

    @Test
    @DisplayName("a purchase that was not paid gives no access")
    void refusedPayment() {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250));
        Purchase failed = shop.acme(() -> shop.sell(offer, TestCard.NO_FUNDS));
        shop.platform.drain();
        refused("access-not-granted", () -> resend(failed));
        assertEquals(List.of(), shop.mails("access", failed));
        assertEquals(List.of(), shop.mails("receipt", failed));
    }

    @Test
    @DisplayName("another tenant's link, a made up one, one for another purpose: 404, all alike")
    void foreignLinks() {
        Purchase sold = shop.sold();
        String token = newest(sold);
        String receipt = Shop.token(shop.mails("receipt", sold).get(0));
        refused(
                "access-not-found",
                () -> shop.platform.callers().as(Caller.anonymous(BRAVO, "test"), () -> shop.access.open(token)));
        refused("access-not-found", () -> open(receipt));
        refused("access-not-found", () -> open(token.substring(1)));
        refused("access-not-found", () -> open("x"));
        refused("receipt-not-found", () -> shop.nobody(() -> shop.receipts.open(token)));
        refused(
                "receipt-not-found",
                () -> shop.platform.callers().as(Caller.anonymous(BRAVO, "test"), () -> shop.receipts.open(receipt)));
    }

    @Test
    @DisplayName("resending is for the purchase's own tenant and seller")
    void foreign() {
        Purchase sold = shop.sold();
        refused("purchase-not-found", () -> shop.bravo(() -> shop.access.resend(sold.transaction())));
        refused("purchase-not-found", () -> shop.seller(BRUNO, () -> shop.access.resend(sold.transaction())));
        assertEquals(1, shop.mails("access", sold).size());
        shop.seller(ANNA, () -> shop.access.resend(sold.transaction()));
        assertEquals(2, shop.mails("access", sold).size());
    }

    @Test
    @DisplayName("SAL-11, RCP-01 receipt to the buyer, notification to the seller, both with a link to the receipt")
    void receipts() {
        Purchase sold = shop.sold();
        SentMail receipt = shop.mails("receipt", sold).get(0);
        SentMail sale = shop.mails("sale", sold).get(0);
        assertEquals("ada@example.com", receipt.to());
        assertEquals("anna@example.com", sale.to());
        assertTrue(receipt.subject().contains(sold.transaction()), receipt.subject());
        assertTrue(receipt.text().contains("12.50 EUR"), receipt.text());
        for (SentMail mail : List.of(receipt, sale)) {
            Receipts.Receipt page = shop.nobody(() -> shop.receipts.open(Shop.token(mail)));
            assertEquals(shop.now(sold), page.purchase());
            assertEquals("Seller anna", page.sellerName());
        }
        assertEquals(1, shop.mails("receipt", sold).size());
        assertEquals(1, shop.mails("sale", sold).size());
    }

    @Test
    @DisplayName("SAL-13, ACC-20 mails and links name the product's support address, or else the seller's")
    void support() {
        Product product = shop.acme(
                () -> shop.catalog.add(new Catalog.NewProduct(ANNA, "Bread", "help@bread.example", null, null)));
        Offer offer = shop.acme(() -> shop.catalog.addOffer(product.id(), null, new Money(500, "EUR")));
        Purchase sold = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        shop.platform.drain();
        assertEquals("help@bread.example", open(newest(sold)).supportEmail());
        assertTrue(shop.mails("access", sold).get(0).text().contains("help@bread.example"));
    }

    @Test
    @DisplayName("each gets mails in the own language: an Italian buyer of an English seller")
    void languages() {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250));
        NewBuyer italian = new NewBuyer("gino@example.it", "Gino Però", null, Locale.ITALIAN);
        Purchase sold = shop.acme(
                () -> shop.checkout.sell(shop.key(), new NewPurchase(offer.id(), italian, TestCard.APPROVED.number())));
        shop.acme(() -> shop.refunds.refund(shop.key(), sold.transaction(), "x"));
        shop.platform.drain();

        assertTrue(shop.mails("receipt", sold).get(0).text().contains("Ciao Gino Però"));
        assertTrue(shop.mails("access", sold).get(0).subject().contains("Il tuo accesso"));
        assertTrue(shop.mails("refund-buyer", sold).get(0).subject().contains("Rimborso"));
        assertTrue(shop.mails("sale", sold).get(0).subject().contains("You sold"));
        assertTrue(shop.mails("refund-seller", sold).get(0).text().contains("Reason:"));
    }

    @Test
    @DisplayName("every template is there in English and Italian and needs no value that is not given")
    void templates() {
        for (String name : List.of("receipt", "sale", "access", "refund-buyer", "refund-seller")) {
            for (String language : List.of("en", "it")) {
                assertNotNull(Shop.class.getResource("/mail/" + name + "_" + language + ".mustache"), name + language);
            }
        }
    }
}
