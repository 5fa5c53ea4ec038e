package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.BRUNO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bottega.api.Money;
import org.bottega.sales.Catalog.NewProduct;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.imports.csv.CsvRecords;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.search.Details;
import org.bottega.sales.search.Formulas;
import org.bottega.sales.search.PurchaseExport;
import org.bottega.sales.search.Search;
import org.bottega.sales.search.Search.Sort;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Purchases as a CSV file. */
class ExportTest {

    private final Shop shop = Shop.shared();
    private final String seller = shop.newSeller();
    private final Search all = new Search(
            new PurchaseFilter(null, null, null, null, seller, Set.of(), null, null, null, null),
            Details.NONE,
            Sort.OLDEST);

    private byte[] bytes(boolean mark) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            shop.stock.export.write(all, mark, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private List<List<String>> lines() throws IOException {
        byte[] file = shop.acme(() -> bytes(false));
        CsvRecords records = new CsvRecords(new ByteArrayInputStream(file));
        List<List<String>> lines = new ArrayList<>();
        for (var csv = records.next(); csv != null; csv = records.next()) {
            lines.add(csv.values());
        }
        return lines;
    }

    private Purchase sell(String product, String buyer, Money price) {
        Product of = shop.acme(() -> shop.catalog.add(new NewProduct(seller, product, null, null, null)));
        Offer offer = shop.acme(() -> shop.catalog.addOffer(of.id(), null, price));
        NewBuyer who = new NewBuyer("ada@example.com", buyer, null, null);
        Purchase sold = shop.acme(
                () -> shop.checkout.sell(shop.key(), new NewPurchase(offer.id(), who, TestCard.APPROVED.number())));
        shop.platform.advance(java.time.Duration.ofMillis(1));
        return sold;
    }

    private static String value(List<String> line, String column) {
        return line.get(PurchaseExport.COLUMNS.indexOf(column));
    }

    @Test
    @DisplayName("a header, a line each; amounts with the digits of their currency and in minor units")
    void lineEach() throws IOException {
        Purchase euro = sell("Bread, \"white\"", "Ada Però", new Money(1250, "EUR"));
        Purchase yen = sell("Soup", "Bob", new Money(1250, "JPY"));
        Purchase dinar = sell("Cake", "Cleo", new Money(1250, "KWD"));
        List<List<String>> lines = lines();
        assertEquals(PurchaseExport.COLUMNS, lines.get(0));
        assertEquals(4, lines.size());
        List<String> first = lines.get(1);
        assertEquals(euro.transaction(), value(first, "transaction"));
        assertEquals("APPROVED", value(first, "status"));
        assertEquals(euro.purchasedAt().toString(), value(first, "purchasedAt"));
        assertEquals("Bread, \"white\"", value(first, "productName"));
        assertEquals("Ada Però", value(first, "buyerName"));
        assertEquals("12.50", value(first, "amount"));
        assertEquals("1250", value(first, "amountMinor"));
        assertEquals("0.00", value(first, "refunded"));
        assertEquals("", value(first, "coupon"));
        assertEquals("1250", value(lines.get(2), "amount"));
        assertEquals(yen.transaction(), value(lines.get(2), "transaction"));
        assertEquals("1.250", value(lines.get(3), "amount"));
        assertEquals(dinar.offer(), value(lines.get(3), "offer"));
    }

    @Test
    @DisplayName("RFC 4180: lines end with CR LF; UTF-8, with a byte order mark only when asked for")
    void form() {
        sell("Bread", "Ada", new Money(1250, "EUR"));
        String plain = new String(shop.acme(() -> bytes(false)), StandardCharsets.UTF_8);
        String marked = new String(shop.acme(() -> bytes(true)), StandardCharsets.UTF_8);
        assertTrue(plain.startsWith("transaction,status,purchasedAt,"));
        assertEquals("\uFEFF" + plain, marked);
        assertTrue(plain.endsWith("\r\n"));
        assertFalse(plain.replace("\r\n", "").contains("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "=1+1,     '''=1+1'",
        "+39,      '''+39'",
        "-1,       '''-1'",
        "@SUM,     '''@SUM'",
        "'''=x',   '''''=x'",
        "'''x',    '''x'",
        "x=1,      x=1",
        "Ada,      Ada"
    })
    @DisplayName("a text that a spreadsheet would run begins with an apostrophe; the way back is exact")
    void formulas(String text, String tame) {
        assertEquals(tame, Formulas.tame(text));
        assertEquals(text, Formulas.wild(tame));
    }

    @Test
    @DisplayName("names that look like formulas are harmless in the file")
    void harmless() throws IOException {
        sell("=HYPERLINK(1)", "@Ada", new Money(1, "EUR"));
        List<String> line = lines().get(1);
        assertEquals("'=HYPERLINK(1)", value(line, "productName"));
        assertEquals("'@Ada", value(line, "buyerName"));
    }

    @Test
    @DisplayName("more than a page of 500 goes to the end; others' purchases are not in it")
    void many() throws IOException {
        Purchase own = sell("Bread", "Ada", new Money(1, "EUR"));
        shop.book.multiply(own, 1000);
        shop.sold();
        List<List<String>> lines = lines();
        assertEquals(1002, lines.size());
        assertEquals(
                1001,
                lines.stream()
                        .skip(1)
                        .map(line -> value(line, "transaction"))
                        .distinct()
                        .count());
        byte[] foreign = shop.seller(BRUNO, () -> bytes(false));
        assertEquals(1, new String(foreign, StandardCharsets.UTF_8).lines().count());
        assertEquals(
                1,
                new String(shop.seller(ANNA, () -> bytes(false)), StandardCharsets.UTF_8)
                        .lines()
                        .count());
    }
}
