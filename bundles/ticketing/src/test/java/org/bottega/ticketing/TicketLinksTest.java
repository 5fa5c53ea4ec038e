package org.bottega.ticketing;

import static org.bottega.ticketing.Office.ACME;
import static org.bottega.ticketing.Office.ADA;
import static org.bottega.ticketing.Office.BRAVO;
import static org.bottega.ticketing.Office.ZOE;
import static org.bottega.ticketing.Office.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.bottega.api.Caller;
import org.bottega.api.spi.LinkPage.View;
import org.bottega.sales.api.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The link in the customer's mails. */
class TicketLinksTest {

    private final Letterbox box = new Letterbox();
    private final Office office = box.office;

    @AfterEach
    void close() {
        box.close();
    }

    private <T> T stranger(String tenant, Supplier<T> work) {
        return office.platform.callers().as(Caller.anonymous(tenant, "test"), work::get);
    }

    private String code(String token) {
        return stranger(ACME, () -> box.links.follow(token, code -> code));
    }

    @Test
    @DisplayName("TKT-10, D14 the link leads to its ticket alone, where its customer replies")
    void replies() {
        String code = office.help(office.sold());
        String token = box.token(ADA);
        String zoes = office.platform.asBuyer(ACME, ZOE, () -> office.openings
                .open("z", Office.support(office.book.sold(ACME, Office.ANNA, ZOE)))
                .id());
        assertEquals(code, code(token));
        stranger(ACME, () -> box.links.follow(token, c -> office.desk.comment(c, null, "by link")));
        Comment last = office.acme(() -> office.desk.get(code, null).comments().get(1));
        assertEquals(Actor.CUSTOMER, last.actor());
        assertTrue(last.author().startsWith("BUYER:buyer-a"), last.author());
        refused(
                "ticket-not-found",
                () -> stranger(ACME, () -> box.links.follow(token, c -> office.desk.get(zoes, null))));
    }

    @Test
    @DisplayName("TKT-10 other tenants' tokens, and others', lead nowhere")
    void foreignTokens() {
        office.help(office.sold());
        String token = box.token(ADA);
        refused("ticket-not-found", () -> stranger(BRAVO, () -> box.links.follow(token, code -> code)));
        refused("ticket-not-found", () -> code(token + "x"));
        String other = office.acme(() -> office.platform.links().sign("sales.receipt", "HP1:buyer-a"));
        refused("ticket-not-found", () -> code(other));
        assertEquals(Optional.empty(), stranger(BRAVO, () -> box.page.language(token)));
    }

    @Test
    @DisplayName("TKT-10 void when the purchase belongs to another buyer, whose own link is good")
    void handedOver() {
        Purchase p = office.sold();
        office.help(p);
        String token = box.token(ADA);
        box.sales.give(p, "buyer-z", ZOE);
        refused("link-voided", () -> code(token));
        refused("link-voided", () -> stranger(ACME, () -> box.page.view(token, Locale.ENGLISH)));
    }

    @Test
    @DisplayName("TKT-10, TKT-35 the page tells the ticket in the customer's language; its button asks for the money")
    void page() {
        office.to("2026-03-06T15:00");
        office.book.shelf.languages.put(ADA, Locale.ITALIAN);
        String code = office.help(office.sold());
        String token = box.token(ADA);
        assertEquals(Optional.of(Locale.ITALIAN), stranger(ACME, () -> box.page.language(token)));
        View view = stranger(ACME, () -> box.page.view(token, Locale.ITALIAN));
        assertEquals("Ticket " + code, view.title());
        assertEquals(List.of("il cliente, ven 6 mar 2026 15:00: the link is dead"), view.paragraphs());
        assertEquals("assistenza", view.facts().get(0).value());
        assertEquals(
                "dom 8 mar 2026 15:00: un avviso va a entrambe le parti",
                view.facts().get(4).value());
        assertEquals("Rivoglio il mio denaro: fanne una richiesta di rimborso", view.button());
        View then = stranger(ACME, () -> box.page.confirm(token, Locale.ENGLISH));
        assertEquals("This is a refund request now.", then.paragraphs().get(0));
        assertNull(then.button());
        assertEquals(TicketType.REFUND, office.now(code).type());
        assertEquals(Actor.CUSTOMER, office.now(code).clock().by());
    }
}
