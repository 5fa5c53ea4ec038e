package org.bottega.ticketing;

import static org.bottega.ticketing.Office.ADA;
import static org.bottega.ticketing.Office.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import org.bottega.core.testing.SentMail;
import org.bottega.sales.api.Purchase;
import org.bottega.ticketing.Actors.Behalf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every mail to both sides, word for word: src/test/resources/mails. What was written is left in target/mails, to be compared.
 */
class MailTextsTest {

    private final Letterbox box = new Letterbox();
    private final Office office = box.office;
    private String code;
    private Purchase sold;
    private String languages;

    @AfterEach
    void close() {
        box.close();
    }

    @ParameterizedTest
    @CsvSource({"en,it", "it,en"})
    @DisplayName("NOT-04 to NOT-10, NOT-13 a support ticket through all its mails, word for word, in both languages")
    void story(String seller, String customer) throws IOException {
        languages = seller + customer;
        office.acme(() -> office.platform
                .sellers()
                .change(ANNA, ZoneId.of("Europe/Rome"), "help@example.com", Locale.forLanguageTag(seller)));
        office.book.shelf.languages.put(ADA, Locale.forLanguageTag(customer));
        office.to("2026-03-06T15:00");
        sold = office.sold();
        code = office.help(sold);
        check("opened", seller, customer);
        office.to("2026-03-08T15:00");
        check("warning", seller, customer);
        office.to("2026-03-08T16:00");
        office.anna(() -> office.desk.comment(code, null, "Try this:\n\nORDER\nanother link"));
        check("reply", seller, customer);
        office.to("2026-03-08T17:00");
        office.acme(() -> office.changes.change(
                "change",
                code,
                new Changes.Change(TicketType.REFUND, "CHANGED_MIND", "she wants it back", Behalf.CUSTOMER, null)));
        check("changed", seller, customer);
        office.to("2026-03-08T18:00");
        office.ada(() -> office.desk.close(code, null, "found it", null));
        check("closed", seller, customer);
        office.to("2026-03-08T19:00");
        office.ada(() -> office.changes.reopen("reopen", code, null, "no, it is gone"));
        check("reopened", seller, customer);
    }

    private void check(String what, String seller, String customer) throws IOException {
        check(what + "_seller_" + seller, box.newest("help@example.com"));
        check(what + "_customer_" + customer, box.newest(ADA));
    }

    private void check(String name, SentMail mail) throws IOException {
        String text = (mail.subject() + "\n\n" + mail.text())
                .replace(code, "TKCODE")
                .replace(sold.transaction(), "HPCODE")
                .replaceAll("by-link/\\S+", "by-link/TOKEN");
        Path written = Path.of("target", "mails", name + ".txt");
        Files.createDirectories(written.getParent());
        Files.writeString(written, text);
        try (InputStream expected = MailTextsTest.class.getResourceAsStream("/mails/" + name + ".txt")) {
            String words = expected == null ? "" : new String(expected.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(words, text, name + ", languages " + languages);
        }
    }
}
