package org.bottega.sales;

import static org.bottega.sales.Desk.fact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.bottega.api.spi.LinkPage.View;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Pages are looked at as the platform does it. */
@DisplayName("The page of the receipt")
class ReceiptPageTest {

    private final Desk desk = new Desk();

    @Test
    @DisplayName("mails lead to pages: receipt, sale, access, confirmation, changed address")
    void mails() {
        Purchase sold = desk.sold(Locale.ENGLISH);
        String token = desk.asked(sold, "mails-" + desk.buyer);
        for (String template : List.of("receipt", "sale")) {
            assertTrue(desk.shop.mails(template, sold).get(0).text().contains("/t/acme/sales/receipts/"), template);
        }
        assertTrue(desk.shop.mails("access", sold).get(0).text().contains("/t/acme/sales/access/"));
        assertTrue(desk.shop
                .mails("email-confirm", sold)
                .get(0)
                .text()
                .contains("/t/acme/sales/email-confirmations/" + token));
        desk.shop.nobody(() -> desk.confirmation.confirm(token, Locale.ENGLISH));
        assertTrue(desk.shop.mails("email-changed", sold).get(0).text().contains("/t/acme/sales/receipts/"));
    }

    @Test
    @DisplayName(
            "RCP-01 the receipt tells what was bought, from whom, when, for how much, until when it can be given back")
    void receipt() {
        Purchase sold = desk.sold(Locale.ENGLISH);
        View view = desk.view(desk.receipt, desk.post.token("receipt", sold));
        assertEquals("Receipt of order " + sold.transaction(), view.title());
        assertEquals("Pasta by hand", fact(view, "Product"));
        assertEquals("Seller anna", fact(view, "Seller"));
        assertEquals("Ada <b>, " + desk.buyer, fact(view, "Bought by"), "plain text: the platform escapes it");
        assertEquals("12.50 EUR", fact(view, "Price"));
        assertEquals("Paid", fact(view, "State"));
        assertEquals("anna@example.com", fact(view, "Help"));
        assertEquals(
                "mailto:anna@example.com",
                view.facts().get(view.facts().size() - 1).address());
        assertNotNull(fact(view, "Date"));
        assertNull(view.button());
        assertNull(desk.shop.book.instant(sold, "sales_access", "first_used_at"), "a receipt is no access");
        String address = view.links().get(0).address();
        assertEquals("Open Pasta by hand", view.links().get(0).text());
        desk.view(desk.access, address.substring(address.lastIndexOf('/') + 1));

        assertNotNull(fact(view, "Can be given back until"));
        desk.shop.platform.advance(Duration.ofDays(30).minusSeconds(60));
        assertNotNull(fact(desk.view(desk.receipt, desk.post.token("receipt", sold)), "Can be given back until"));
        desk.shop.platform.advance(Duration.ofSeconds(60));
        assertNull(fact(desk.view(desk.receipt, desk.post.token("receipt", sold)), "Can be given back until"));
    }

    @Test
    @DisplayName("the receipt in Italian; given back, it leads to no access any more")
    void italianReceipt() {
        Purchase sold = desk.sold(Locale.ITALIAN);
        String token = desk.post.token("receipt", sold);
        View view = desk.view(desk.receipt, token);
        assertEquals("Ricevuta dell'ordine " + sold.transaction(), view.title());
        assertEquals("Pagato", fact(view, "Stato"));
        assertEquals("Apri Pasta by hand", view.links().get(0).text());
        assertNotNull(fact(view, "Rimborsabile fino al"));
        desk.shop.acme(() -> desk.shop.refunds.refund(desk.shop.key(), sold.transaction(), "x"));
        desk.shop.platform.drain();
        View after = desk.view(desk.receipt, token);
        assertEquals("Rimborsato", fact(after, "Stato"));
        assertEquals("12.50 EUR", fact(after, "Rimborsato"));
        assertNull(fact(after, "Rimborsabile fino al"));
        assertEquals(List.of(), after.links());
    }

    @Test
    @DisplayName("SAL-11 the seller's receipt is in the seller's language and leads to no access")
    void sellersReceipt() {
        Purchase sold = desk.sold(Locale.ITALIAN);
        View view = desk.view(desk.receipt, desk.post.token("sale", sold));
        assertEquals("Receipt of order " + sold.transaction(), view.title());
        assertEquals(List.of(), view.links());
        assertNotNull(fact(view, "Can be given back until"));
    }

    @Test
    @DisplayName("both languages have every text, with the same values, and one for every status")
    void complete() {
        ResourceBundle english = bundle(Locale.ENGLISH);
        ResourceBundle italian = bundle(Locale.ITALIAN);
        Set<String> names = new HashSet<>(english.keySet());
        assertEquals(names, new HashSet<>(italian.keySet()));
        for (String name : names) {
            assertEquals(
                    english.getString(name).contains("%s"),
                    italian.getString(name).contains("%s"),
                    name);
            assertFalse(italian.getString(name).isBlank(), name);
        }
        for (PurchaseStatus status : PurchaseStatus.values()) {
            assertTrue(names.contains("status." + status), status.name());
        }
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "org.bottega.sales.page.words",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
