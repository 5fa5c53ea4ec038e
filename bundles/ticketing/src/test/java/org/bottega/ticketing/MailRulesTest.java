package org.bottega.ticketing;

import static org.bottega.ticketing.Office.ACME;
import static org.bottega.ticketing.Office.ADA;
import static org.bottega.ticketing.Office.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.bottega.core.testing.SentMail;
import org.bottega.sales.api.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is mailed, about what, and how often. */
class MailRulesTest {

    private final Letterbox box = new Letterbox();
    private final Office office = box.office;

    @AfterEach
    void close() {
        box.close();
    }

    private void support(String address) {
        office.acme(() -> office.platform.sellers().change(ANNA, ZoneId.of("Europe/Rome"), address, Locale.ENGLISH));
    }

    private List<String> receivers() {
        return box.mails().stream().map(SentMail::to).sorted().toList();
    }

    @Test
    @DisplayName(
            "NOT-01, NOT-02, NOT-05 both sides: the customer, and the seller's support address, else his account's")
    void receiversOfMails() {
        String code = office.help(office.sold());
        assertEquals(List.of(ADA, "anna@example.com"), receivers());
        support("help@example.com");
        office.anna(() -> office.desk.comment(code, null, "try this"));
        assertEquals(List.of(ADA, ADA, "anna@example.com", "help@example.com"), receivers());
        support(null);
        office.ada(() -> office.desk.comment(code, null, "thanks"));
        assertEquals("anna@example.com", box.mails().get(4).to());
        assertEquals(6, box.mails().size());
    }

    @Test
    @DisplayName(
            "NOT-06 a refund that was asked for in sales is told as opened; NOT-11 its confirmation is left to sales")
    void keptRequest() {
        office.to("2026-03-06T15:00");
        Purchase p = office.sold();
        office.platform.asBuyer(ACME, ADA, () -> office.book.asked(p));
        assertEquals(
                List.of("ticket-opened", "ticket-opened"),
                box.mails().stream().map(SentMail::template).toList());
        assertTrue(box.newest(ADA).text().contains("Nothing was written yet."));
        office.to("2026-03-09T15:00");
        assertEquals(List.of(p.transaction()), office.book.paidBack);
        assertEquals(2, box.mails().size());
    }

    @Test
    @DisplayName("NOT-04 among all comments each has 1,000 characters, longer ones go on; the newest are told wholly")
    void longTalk() {
        String code = office.help(office.sold());
        String limit = "x".repeat(1000);
        office.anna(() -> office.desk.comment(code, null, limit + "y"));
        assertTrue(box.newest(ADA).text().contains("> " + limit + "y"), "whole while it is new");
        assertTrue(box.newest(ADA).text().contains("> " + limit + " […]"));
        for (String more : List.of("one", "two", "z".repeat(1000))) {
            office.ada(() -> office.desk.comment(code, null, more));
        }
        String text = box.newest(ADA).text();
        assertFalse(text.contains(limit + "y"));
        assertTrue(text.contains("> " + limit + " […]"));
        assertFalse(text.contains("z […]"));
    }

    @Test
    @DisplayName("NOT-08, NOT-13 changed in both directions; subjects begin with code and key word")
    void subjects() {
        String code = office.help(office.sold());
        office.ada(() -> office.changes.change(office.key(), code, Office.to(TicketType.REFUND, null)));
        assertEquals(
                1,
                box.mails().stream()
                        .filter(m -> m.to().equals(ADA) && m.template().equals("ticket-changed"))
                        .count());
        office.ada(() -> office.changes.change(office.key(), code, Office.to(TicketType.SUPPORT, null)));
        assertTrue(box.newest(ADA).subject().matches("\\[" + code + "] changed: support, order HP\\w+"));
        assertTrue(box.newest(ADA).text().contains("changed this ticket from refund to support."));
        assertEquals(6, box.mails().size());
    }

    @Test
    @DisplayName("NOT-10, TKT-34, TKT-35 two warnings to both; the customer alone is shown the refund; then closed")
    void warnings() {
        office.to("2026-03-09T09:00");
        office.help(office.sold());
        office.to("2026-03-13T09:00");
        List<SentMail> warnings = box.mails().stream()
                .filter(m -> m.template().equals("ticket-warning"))
                .toList();
        assertEquals(4, warnings.size());
        for (SentMail mail : warnings) {
            assertTrue(mail.text().contains("Please answer, or close the ticket if help is no longer needed."));
            assertEquals(mail.to().equals(ADA), mail.text().contains("turn this ticket into a refund request"));
        }
        office.to("2026-03-16T09:00");
        assertTrue(box.newest(ADA)
                .text()
                .startsWith("Why this mail: the platform closed this ticket (nobody answered for long)."));
        assertEquals(8, box.mails().size());
    }

    @Test
    @DisplayName("NOT-05 a delivery that fails between the two mails leaves none, and is made once when sales is back")
    void onceOnly() {
        box.sales.away = true;
        office.help(office.sold());
        assertThrows(IllegalStateException.class, box::mails);
        assertEquals(List.of(), office.platform.mails(ACME));
        box.sales.away = false;
        office.platform.advance(Duration.ofHours(1));
        assertEquals(2, box.mails().size());
        office.platform.advance(Duration.ofHours(1));
        assertEquals(2, box.mails().size());
    }

    @Test
    @DisplayName("NOT-04 the newest 50 comments; of 51 one is left out, and said so; the newest 3 stand on top")
    void bounded() {
        String code = office.help(office.sold());
        for (int i = 2; i <= 50; i++) {
            String text = "comment " + i + ".";
            office.ada(() -> office.desk.comment(code, null, text));
        }
        String full = box.newest(ADA).text();
        assertTrue(full.contains("> the link is dead"));
        assertFalse(full.contains("left out"));
        office.ada(() -> office.desk.comment(code, null, "comment 51."));
        String text = box.newest(ADA).text();
        assertTrue(text.contains("ALL COMMENTS\n1 older comments are left out.\n\nthe customer"));
        assertFalse(text.contains("> the link is dead"));
        assertTrue(text.contains("> comment 2."));
        String top = text.substring(0, text.indexOf("TICKET"));
        assertTrue(top.indexOf("> comment 51.") < top.indexOf("> comment 50."));
        assertTrue(top.contains("> comment 49."));
        assertFalse(top.contains("> comment 48."));
    }
}
