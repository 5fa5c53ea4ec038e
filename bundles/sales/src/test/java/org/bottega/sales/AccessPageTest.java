package org.bottega.sales;

import static org.bottega.sales.Desk.fact;
import static org.bottega.sales.Desk.refusal;
import static org.bottega.sales.Desk.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.api.spi.LinkPage;
import org.bottega.api.spi.LinkPage.View;
import org.bottega.sales.api.Purchase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Pages are looked at as the platform does it. */
@DisplayName("The pages of what was bought, and of a changed address")
class AccessPageTest {

    private final Desk desk = new Desk();

    @Test
    @DisplayName("SAL-05, SAL-13 the access tells product, seller and help, and is the first use")
    void access() {
        Purchase sold = desk.sold(Locale.ENGLISH);
        String token = desk.post.token("access", sold);
        View view = desk.view(desk.access, token);
        assertNotNull(desk.shop.book.instant(sold, "sales_access", "first_used_at"));
        assertEquals("Your access to Pasta by hand", view.title());
        assertEquals(sold.transaction(), fact(view, "Order"));
        assertEquals("Seller anna", fact(view, "Seller"));
        assertEquals("anna@example.com", fact(view, "Help"));
        assertEquals(List.of(), view.links());
        assertTrue(view.paragraphs().get(0).contains("no file to download"));
    }

    @Test
    @DisplayName("the access leads to the product's file by the signed download link; in Italian")
    void download() {
        Purchase sold = desk.sold(Locale.ITALIAN);
        desk.shop.acme(() -> {
            try {
                byte[] flour = "flour".getBytes(StandardCharsets.UTF_8);
                return desk.files.put(sold.product(), "farina.txt", "text/plain", new ByteArrayInputStream(flour));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        String token = desk.post.token("access", sold);
        View view = desk.view(desk.access, token);
        assertEquals("Il tuo accesso a Pasta by hand", view.title());
        assertEquals(1, view.links().size());
        assertEquals("Scarica farina.txt", view.links().get(0).text());
        String address = view.links().get(0).address();
        assertTrue(address.endsWith("/api/acme/sales/access/" + token + "/file"), address);
        assertEquals(5, desk.shop.nobody(() -> desk.files.open(token)).length());
    }

    @Test
    @DisplayName("ACC-17 the confirmation shows what will change; looking changes nothing, the button does, once")
    void confirmed() {
        Purchase sold = desk.sold(Locale.ENGLISH);
        String next = "next-" + desk.buyer;
        String token = desk.asked(sold, next);
        View view = desk.view(desk.confirmation, token);
        assertEquals("Confirm this address", view.title());
        assertEquals(next, fact(view, "New e-mail address"));
        assertEquals(sold.transaction(), fact(view, "Order"));
        assertNotNull(fact(view, "The link works until"));
        assertEquals("Yes, it is my address", view.button());
        desk.view(desk.confirmation, token);
        assertEquals(desk.buyer, desk.shop.now(sold).buyer().email());

        View done = desk.shop.nobody(() -> desk.confirmation.confirm(token, Locale.ENGLISH));
        assertEquals("Your address is confirmed", done.title());
        assertEquals(next, fact(done, "New e-mail address"));
        assertNull(done.button());
        assertEquals(next, desk.shop.now(sold).buyer().email());
        Problem used = Shop.refused("confirmation-used", () -> desk.view(desk.confirmation, token));
        assertTrue(words(desk.confirmation, used, Locale.ENGLISH).contains("the address was changed"));
        Shop.refused(
                "confirmation-used", () -> desk.shop.nobody(() -> desk.confirmation.confirm(token, Locale.ENGLISH)));
    }

    @Test
    @DisplayName("ACC-16 the confirmation in Italian; what has been opened meanwhile is refused in words")
    void italianConfirmation() {
        Purchase sold = desk.sold(Locale.ITALIAN);
        String token = desk.asked(sold, "nuovo-" + desk.buyer);
        View view = desk.view(desk.confirmation, token);
        assertEquals("Conferma questo indirizzo", view.title());
        assertEquals("Sì, è il mio indirizzo", view.button());
        desk.view(desk.access, desk.post.token("access", sold));
        Problem opened = Shop.refused(
                "email-change-accessed",
                () -> desk.shop.nobody(() -> desk.confirmation.confirm(token, Locale.ITALIAN)));
        assertTrue(words(desk.confirmation, opened, Locale.ITALIAN).contains("è già stato aperto"));
        assertEquals(desk.buyer, desk.shop.now(sold).buyer().email());
    }

    @Test
    @DisplayName("links that are void or ended are told so, with the API's status and in the reader's words")
    void ended() {
        Purchase sold = desk.sold(Locale.ITALIAN);
        String old = desk.post.token("access", sold);
        desk.shop.acme(() -> desk.shop.access.resend(sold.transaction()));
        Problem voided = Shop.refused("link-voided", () -> desk.view(desk.access, old));
        assertEquals(410, voided.kind().status());
        assertTrue(words(desk.access, voided, Locale.ITALIAN).startsWith("È stato mandato un messaggio più nuovo"));
        assertTrue(words(desk.access, voided, Locale.ENGLISH).startsWith("A newer mail was sent"));
        String renewed = desk.post.token("access", sold);
        desk.shop.acme(() -> desk.shop.refunds.refund(desk.shop.key(), sold.transaction(), "x"));
        desk.shop.platform.drain();
        Problem revoked = Shop.refused("access-revoked", () -> desk.view(desk.access, renewed));
        assertEquals(410, revoked.kind().status());
        assertTrue(words(desk.access, revoked, Locale.ENGLISH).contains("has ended"));
        assertEquals(Optional.empty(), desk.access.words(Problem.conflict("other", "x"), Locale.ENGLISH));
    }

    @Test
    @DisplayName(
            "another marketplace's links, links for something else and nonsense lead nowhere: 404, and tell no language")
    void foreign() {
        Purchase sold = desk.sold(Locale.ITALIAN);
        String token = desk.post.token("receipt", sold);
        Caller bravo = Caller.anonymous(Shop.BRAVO, "test");
        for (LinkPage page : List.of(desk.receipt, desk.access, desk.confirmation)) {
            for (String nonsense :
                    List.of("x", "a.b", desk.post.token(page == desk.receipt ? "access" : "receipt", sold))) {
                assertEquals(Optional.empty(), desk.shop.nobody(() -> page.language(nonsense)));
                Problem problem = refusal(() -> desk.shop.nobody(() -> page.view(nonsense, Locale.ENGLISH)));
                assertEquals(404, problem.kind().status());
                assertTrue(words(page, problem, Locale.ENGLISH).contains("just as it stands in the mail"));
            }
        }
        assertEquals(Optional.empty(), desk.shop.platform.callers().as(bravo, () -> desk.receipt.language(token)));
        Shop.refused(
                "receipt-not-found",
                () -> desk.shop.platform.callers().as(bravo, () -> desk.receipt.view(token, Locale.ENGLISH)));
    }
}
