package org.bottega.sales;

import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What texts, addresses, prices and cards are taken. */
class CheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "a.b+c@sub.example.co.uk",
                "o'hara@example.it",
                "x@xn--bcher-kva.example",
                "x@example.xn--p1ai"
            })
    @DisplayName("addresses that are taken")
    void emails(String email) {
        assertEquals(email, Check.email("email", email));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@",
                "@example.com",
                "ada@example",
                "a b@example.com",
                "ada@exam ple.com",
                "ada@-example.com",
                "ada@example.com,eve@example.com",
                "ada@example.com\nBcc: eve@example.com",
                "Ada <ada@example.com>",
                "ada@@example.com",
                ".ada@example.com",
                "ada.@example.com",
                "a..da@example.com",
                "\u212Aate@example.com",
                "àda@example.com"
            })
    @DisplayName("addresses that are refused, header lines among them")
    void notEmails(String email) {
        Problem problem =
                org.junit.jupiter.api.Assertions.assertThrows(Problem.class, () -> Check.email("buyer.email", email));
        assertEquals(400, problem.kind().status());
        assertEquals("buyer.email", problem.errors().get(0).field());
    }

    @Test
    @DisplayName("an address has at most 254 characters and is kept in lower case")
    void emailLength() {
        String longest = "a".repeat(64) + "@" + ("b".repeat(61) + ".").repeat(3) + "com";
        assertEquals(254, longest.length());
        assertEquals(longest, Check.email("email", longest.toUpperCase(java.util.Locale.ROOT)));
        refused("too-long", () -> Check.email("email", "a" + longest));
    }

    @Test
    @DisplayName("a text has its length, no control characters, none beyond U+FFFF")
    void texts() {
        assertEquals("x".repeat(200), Check.text("name", " " + "x".repeat(200) + " ", 200));
        assertEquals("Żółć 中", Check.text("name", "Żółć 中", 200));
        refused("too-long", () -> Check.text("name", "x".repeat(201), 200));
        refused("field-missing", () -> Check.text("name", " ", 200));
        refused("field-missing", () -> Check.text("name", null, 200));
        refused("characters-not-allowed", () -> Check.text("name", "a\u0007b", 200));
        refused("characters-not-allowed", () -> Check.text("name", "a\nb", 200));
        refused("characters-not-allowed", () -> Check.text("name", "a\uD83D\uDE00b", 200));
        assertNull(Check.optional("taxId", null, 40));
    }

    @Test
    @DisplayName("a price is more than nothing and of a known currency")
    void prices() {
        assertEquals(1, offer(new Money(1, "EUR")).price().minor());
        assertEquals(Money.MAX, offer(new Money(Money.MAX, "JPY")).price().minor());
        refused("price-not-positive", () -> offer(new Money(0, "EUR")));
        refused("price-not-positive", () -> offer(new Money(-1, "EUR")));
        refused("amount-too-large", () -> offer(new Money(Money.MAX + 1, "EUR")));
        refused("currency-unknown", () -> offer(new Money(1, "EURO")));
    }

    private static Offer offer(Money price) {
        return new Offer("OF1", "anna", "PR1", null, price, java.time.Instant.EPOCH, null, null);
    }

    @Test
    @DisplayName("a card is 12 to 19 digits and never quoted in a refusal")
    void cards() {
        NewBuyer buyer = new NewBuyer("ada@example.com", "Ada", null, null);
        for (String card : new String[] {"40000000000", "4".repeat(20), "4000-0000-0000-0002", "", null}) {
            Problem problem = refused("card-invalid", () -> new NewPurchase("OF1", buyer, card));
            assertEquals("payment.card: 12 to 19 digits are expected", problem.getMessage());
        }
        assertEquals("4444", new NewPurchase("OF1", buyer, "4".repeat(12)).lastFour());
        assertEquals("4444", new NewPurchase("OF1", buyer, "4".repeat(19)).lastFour());
    }

    @Test
    @DisplayName("a language is a tag such as it, en-GB or pt_BR")
    void locales() {
        assertEquals(
                "en-GB",
                NewBuyer.of("a@example.com", "A", null, "en-GB").locale().toLanguageTag());
        assertEquals(
                "pt-BR",
                NewBuyer.of("a@example.com", "A", null, "pt_BR").locale().toLanguageTag());
        assertNull(NewBuyer.of("a@example.com", "A", null, null).locale());
        refused("locale-invalid", () -> NewBuyer.of("a@example.com", "A", null, "italiano per favore"));
    }
}
