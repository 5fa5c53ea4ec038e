package org.bottega.sales.imports.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bottega.sales.imports.csv.CsvRecords.Csv;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaleParserTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<String> HEADER = List.of("no", "when", "sum", "who", "name");

    private final List<LineError> errors = new ArrayList<>();

    private static SaleParser parser(String currency, String zone, String template) {
        Map<ImportField, String> names = new EnumMap<>(ImportField.class);
        names.put(ImportField.TRANSACTION, "no");
        names.put(ImportField.PURCHASED_AT, "when");
        names.put(ImportField.AMOUNT, "sum");
        names.put(template == null ? ImportField.BUYER_EMAIL : ImportField.BUYER, "who");
        names.put(ImportField.BUYER_NAME, "name");
        Columns columns = Columns.of(HEADER, names, template);
        return new SaleParser(columns, Currency.getInstance(currency), ZoneId.of(zone), NOW);
    }

    private Optional<SaleLine> parse(SaleParser parser, String... values) {
        return parser.parse(new Csv(7, 7, List.of(values), null), errors);
    }

    private String outcome(SaleParser parser, String... values) {
        errors.clear();
        Optional<SaleLine> sale = parse(parser, values);
        assertEquals(sale.isEmpty(), !errors.isEmpty());
        return sale.map(SaleLine::toString)
                .orElseGet(() -> errors.get(0).field() + " " + errors.get(0).code());
    }

    @ParameterizedTest
    @DisplayName("Amounts are rounded half up to the currency's digits")
    @CsvSource({
        "GBP, 22.200000000000003, 2220",
        "GBP, 70.05000000000001, 7005",
        "GBP, 0.005, 1",
        "GBP, 1.004999999, 100",
        "GBP, .5, 50",
        "GBP, 5., 500",
        "GBP, +5, 500",
        "GBP, 10000000000.00, 1000000000000",
        "GBP, 10000000000.004, 1000000000000",
        "JPY, 0.5, 1",
        "JPY, 1499.4, 1499",
        "GBP, 0, 0",
        "GBP, 0.00, 0",
        "KWD, 1.2345, 1235"
    })
    void amounts(String currency, String text, long minor) {
        SaleParser parser = parser(currency, "UTC", null);
        assertEquals(
                minor,
                parse(parser, "1", "2026-01-01", text, "a@b.co", "")
                        .orElseThrow()
                        .amount());
    }

    @ParameterizedTest
    @DisplayName("Amounts that are none, not positive, or beyond the largest, are refused")
    @CsvSource({
        "GBP, -1, not-positive",
        "GBP, 0.004, not-positive",
        "GBP, 1e3, invalid",
        "GBP, 10000000000.005, too-large",
        "GBP, 1E-3, invalid",
        "GBP, 1000000000000000, too-large",
        "GBP, 12x, invalid",
        "GBP, £5, invalid",
        "GBP, '1,5', invalid",
        "GBP, NaN, invalid",
        "GBP, 0x10, invalid",
        "JPY, 0.49, not-positive"
    })
    void badAmounts(String currency, String text, String code) {
        SaleParser parser = parser(currency, "UTC", null);
        assertEquals("amount amount-" + code, outcome(parser, "1", "2026-01-01", text, "a@b.co", ""));
    }

    @ParameterizedTest
    @DisplayName("A day begins at local midnight, a local time is local, an offset counts as written")
    @CsvSource({
        "Europe/London, 2011-07-01, 2011-06-30T23:00:00Z",
        "Europe/London, 2011-01-01, 2011-01-01T00:00:00Z",
        "America/Sao_Paulo, 2018-11-04, 2018-11-04T03:00:00Z",
        "Europe/London, 2011-07-01T08:26, 2011-07-01T07:26:00Z",
        "Europe/London, 2011-07-01 08:26:30, 2011-07-01T07:26:30Z",
        "Europe/London, 2011-07-01T08:26:00Z, 2011-07-01T08:26:00Z",
        "Europe/London, 2011-07-01T08:26:00.123456+05:30, 2011-07-01T02:56:00.123Z",
        "Europe/London, 1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
        "Europe/London, 2026-03-02T12:00:00Z, 2026-03-02T12:00:00Z"
    })
    void dates(String zone, String text, Instant at) {
        SaleParser parser = parser("EUR", zone, null);
        assertEquals(
                at, parse(parser, "1", text, "1", "a@b.co", "").orElseThrow().purchasedAt());
    }

    @ParameterizedTest
    @DisplayName("Dates that are none, before 1970 or after now are refused")
    @CsvSource({
        "2011-02-30, invalid",
        "01/07/2011, invalid",
        "2011-07-01T25:00, invalid",
        "yesterday, invalid",
        "1969-12-31T23:59:59.999Z, out-of-range",
        "2026-03-02T12:00:00.001Z, out-of-range",
        "+999999999-01-01T00:00:00Z, out-of-range"
    })
    void badDates(String text, String code) {
        assertEquals("purchasedAt date-" + code, outcome(parser("EUR", "UTC", null), "1", text, "1", "a@b.co", ""));
    }

    @Test
    @DisplayName("Texts are refused when missing, too long, or not plain; both sides of each limit")
    void texts() {
        SaleParser parser = parser("EUR", "UTC", null);
        String date = "2026-01-01";
        assertEquals("transaction field-missing", outcome(parser, " ", date, "1", "a@b.co", ""));
        assertTrue(outcome(parser, "t".repeat(100), date, "1", "a@b.co", "").startsWith("SaleLine"));
        assertEquals("transaction too-long", outcome(parser, "t".repeat(101), date, "1", "a@b.co", ""));
        assertEquals("transaction characters-not-allowed", outcome(parser, "a\u0007b", date, "1", "a@b.co", ""));
        assertEquals("transaction characters-not-allowed", outcome(parser, "a\nb", date, "1", "a@b.co", ""));
        assertEquals("transaction not-utf-8", outcome(parser, "a\uFFFDb", date, "1", "a@b.co", ""));
        assertTrue(outcome(parser, "1", date, "1", "a@b.co", "n".repeat(200)).startsWith("SaleLine"));
        assertEquals("buyerName too-long", outcome(parser, "1", date, "1", "a@b.co", "n".repeat(201)));
        assertEquals("buyerName characters-not-allowed", outcome(parser, "1", date, "1", "a@b.co", "\uD83D\uDE00"));
    }

    @Test
    @DisplayName("The name is the column's, or the address up to the @ when there is none")
    void names() {
        SaleParser parser = parser("EUR", "UTC", null);
        SaleLine named = parse(parser, "1", "2026-01-01", "1", " Ada.L@Example.com ", " Ada Lovelace ")
                .orElseThrow();
        assertEquals("ada.l@example.com/Ada Lovelace", named.email() + "/" + named.name());
        assertEquals(
                "ada.l",
                parse(parser, "1", "2026-01-01", "1", "Ada.L@Example.com", " ")
                        .orElseThrow()
                        .name());
    }

    @Test
    @DisplayName("An address comes from its column, or from the template")
    void addresses() {
        SaleParser columns = parser("EUR", "UTC", null);
        assertEquals("buyerEmail email-invalid", outcome(columns, "1", "2026-01-01", "1", "nobody", ""));
        SaleParser template = parser("EUR", "UTC", "customer-{buyer}@example.com");
        assertEquals(
                "customer-17850@example.com",
                parse(template, "1", "2026-01-01", "1", "17850", "")
                        .orElseThrow()
                        .email());
        assertEquals("buyerEmail email-invalid", outcome(template, "1", "2026-01-01", "1", "17 850", ""));
        assertEquals("buyer field-missing", outcome(template, "1", "2026-01-01", "1", "", ""));
    }

    @Test
    @DisplayName("All that is wrong with a line is told at once, and another number of values")
    void several() {
        SaleParser parser = parser("EUR", "UTC", null);
        parse(parser, "", "x", "y", "z", "");
        assertEquals(
                List.of("transaction", "purchasedAt", "amount", "buyerEmail"),
                errors.stream().map(LineError::field).toList());
        errors.clear();
        parse(parser, "1", "2026-01-01", "1", "a@b.co");
        assertEquals(List.of(new LineError(7, null, "columns-differ", "5 values are expected, not 4")), errors);
    }
}
