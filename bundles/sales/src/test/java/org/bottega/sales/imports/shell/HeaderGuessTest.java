package org.bottega.sales.imports.shell;

import static org.bottega.sales.imports.csv.ImportField.AMOUNT;
import static org.bottega.sales.imports.csv.ImportField.BUYER;
import static org.bottega.sales.imports.csv.ImportField.BUYER_EMAIL;
import static org.bottega.sales.imports.csv.ImportField.PURCHASED_AT;
import static org.bottega.sales.imports.csv.ImportField.TRANSACTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HeaderGuessTest {

    private static final List<String> RETAIL = List.of("InvoiceNo", "InvoiceDate", "CustomerID", "TotalPrice");

    @Test
    @DisplayName("Well-known columns are found, and what was found is told")
    void wellKnown() {
        HeaderGuess guess = HeaderGuess.of(RETAIL, Map.of(), null);
        assertEquals(
                Map.of(
                        TRANSACTION, "InvoiceNo",
                        PURCHASED_AT, "InvoiceDate",
                        AMOUNT, "TotalPrice",
                        BUYER, "CustomerID"),
                guess.columns());
        assertEquals(HeaderGuess.TEMPLATE, guess.template());
        assertEquals(5, guess.guessed().size());
    }

    @Test
    @DisplayName("What is given is not guessed, and a column serves once")
    void given() {
        HeaderGuess guess = HeaderGuess.of(
                List.of("Order", "Date", "Amount", "Total", "Email", "Customer"),
                Map.of(AMOUNT, "Total", TRANSACTION, "Order", PURCHASED_AT, "Date", BUYER_EMAIL, "Email"),
                null);
        assertEquals(List.of(), guess.guessed());
        assertEquals(4, guess.columns().size());
        assertNull(guess.template());
        assertNull(HeaderGuess.of(List.of("Email"), Map.of(TRANSACTION, "Email"), null)
                .columns()
                .get(BUYER_EMAIL));
    }

    @Test
    @DisplayName("A column of addresses is better than a template, unless one is given")
    void addresses() {
        List<String> header = List.of("Order ID", "Date", "Total", "E-Mail", "Customer ID");
        assertEquals(
                Map.of(TRANSACTION, "Order ID", PURCHASED_AT, "Date", AMOUNT, "Total", BUYER_EMAIL, "E-Mail"),
                HeaderGuess.of(header, Map.of(), null).columns());
        HeaderGuess templated = HeaderGuess.of(header, Map.of(), "c{buyer}@example.com");
        assertEquals("Customer ID", templated.columns().get(BUYER));
        assertNull(templated.columns().get(BUYER_EMAIL));
    }

    @Test
    @DisplayName("Nothing is made up where nothing is known")
    void unknown() {
        HeaderGuess guess = HeaderGuess.of(List.of("a", "b"), Map.of(), null);
        assertEquals(Map.of(), guess.columns());
        assertNull(guess.template());
    }
}
