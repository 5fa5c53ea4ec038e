package org.bottega.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bottega.itests.Invoices.Sum;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Home;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Real invoices are imported; lists, filters and sums agree with the file to the penny. */
@Order(50)
class ImportIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Rome");
    private static final Path FILE = Home.invoices();

    private static Invoices invoices;
    private static Shop shop;
    private static Sales sales;

    @BeforeAll
    static void open() throws Exception {
        if (!Files.exists(FILE)) {
            System.err.println("SKIPPED: the real invoices are not at " + FILE + "; ImportIT shows nothing");
        }
        Assumptions.assumeTrue(Files.exists(FILE), () -> "no invoices at " + FILE);
        invoices = Invoices.read(FILE);
        shop = Shop.open(Platform.shared(), List.of("sales"), "invoices").get(0);
        sales = new Sales(shop);
        String output = Platform.shared()
                .console()
                .run("sales:import --tenant invoices --seller invoices-one --currency GBP"
                        + " --map transaction=InvoiceNo --map purchasedAt=InvoiceDate --map amount=TotalPrice"
                        + " --map buyer=CustomerID --buyer-email 'customer-{buyer}@example.com' "
                        + FILE.toAbsolutePath())
                .ok()
                .output();
        assertTrue(output.contains("18532"), output);
    }

    @Test
    @DisplayName("D30 every invoice is a purchase, every customer a buyer; the sum agrees to the penny")
    void total() {
        assertEquals(new Sum(18_532, 891_140_790), invoices.total(), "the file itself");
        assertEquals(invoices.total(), summary(""));
        List<String> buyers =
                shop.platform().probe().sql("SELECT COUNT(*) FROM sales_buyer WHERE tenant_id = 'invoices'");
        assertEquals(List.of("4338"), buyers);
    }

    @Test
    @DisplayName("D30 imported again, over REST: nothing new")
    void again() throws Exception {
        Call call = Call.csv(
                shop.path("sales/imports?"
                        + sales.importQuery(shop.sellerOne(), "InvoiceNo", "InvoiceDate", "TotalPrice", "CustomerID")),
                null);
        Answer taken = shop.http().upload(call, shop.all().token(), FILE).expect(202);
        JsonNode job = sales.awaitImport(taken, Duration.ofMinutes(2));
        assertEquals("DONE", job.path("state").asText(), job::toString);
        assertEquals(0, job.path("created").asLong(-1), job::toString);
        assertEquals(0, job.path("failed").asLong(-1), job::toString);
        assertEquals(18_532, job.path("unchanged").asLong(-1), job::toString);
        assertEquals(invoices.total(), summary(""));
    }

    @Test
    @DisplayName("paged to the end: every invoice once, newest first")
    void paging() {
        Map<String, Long> seen = new HashMap<>();
        List<Instant> order = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = shop.send(Call.get(shop.path("sales/purchases?limit=500" + cursor)))
                    .expect(200);
            for (JsonNode item : page.json().path("items")) {
                Long twice = seen.put(
                        item.path("source").asText(), item.at("/price/amount").asLong());
                assertEquals(null, twice, () -> "twice: " + item);
                order.add(Instant.parse(item.path("purchasedAt").asText()));
            }
            JsonNode next = page.json().path("next");
            cursor = next.isTextual() ? "&cursor=" + Call.enc(next.asText()) : "";
        } while (!cursor.isEmpty());
        Map<String, Long> expected = new HashMap<>();
        invoices.lines().forEach(l -> expected.put(l.number(), l.pence()));
        assertEquals(expected, seen);
        List<Instant> sorted = new ArrayList<>(order);
        sorted.sort(java.util.Comparator.reverseOrder());
        assertEquals(sorted, order);
    }

    @Test
    @DisplayName("the sum of every month agrees, and the months hold all")
    void months() {
        Map<YearMonth, Sum> found = new TreeMap<>();
        for (YearMonth month : invoices.byMonth().keySet()) {
            Instant from = month.atDay(1).atStartOfDay(ZONE).toInstant();
            Instant to = month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant();
            found.put(month, summary("from=" + from + "&to=" + to));
        }
        assertEquals(invoices.byMonth(), found);
    }

    @Test
    @DisplayName("lists and sums of single customers agree")
    void customers() {
        Map<String, Sum> all = invoices.byCustomer();
        List<String> sample = all.keySet().stream()
                .filter(c -> Integer.parseInt(c) % 100 == 0 || all.get(c).count() > 90)
                .toList();
        assertTrue(sample.size() > 20, sample::toString);
        for (String customer : sample) {
            String filter = "buyerEmail=" + Call.enc("customer-" + customer + "@example.com");
            assertEquals(all.get(customer), summary(filter), customer);
            JsonNode items = shop.send(Call.get(shop.path("sales/purchases?limit=500&" + filter)))
                    .expect(200)
                    .json()
                    .path("items");
            assertEquals(all.get(customer).count(), items.size(), customer);
        }
    }

    private static Sum summary(String filter) {
        JsonNode items = shop.send(Call.get(shop.path("sales/summary?" + filter)))
                .expect(200)
                .json()
                .path("items");
        if (items.isEmpty()) {
            return new Sum(0, 0);
        }
        assertEquals(1, items.size(), items::toString);
        assertEquals("GBP", items.at("/0/currency").asText());
        return new Sum(items.at("/0/count").asLong(), items.at("/0/amount").asLong());
    }
}
