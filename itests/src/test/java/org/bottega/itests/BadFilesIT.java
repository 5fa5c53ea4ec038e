package org.bottega.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Fingerprint;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.RawHttp;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is wrong inside a file or on the wire is refused as well, and leaves no sale behind. */
@Order(31)
class BadFilesIT {

    /** What an import may leave behind when all its lines are bad: itself. */
    private static final Set<String> OF_THE_JOB = Set.of(
            "core_token",
            "core_audit",
            "core_event",
            "web_idempotency",
            "sales_import",
            "sales_import_error",
            "sales_import_chunk");

    private static Shop shop;
    private static Sales sales;

    @BeforeAll
    static void open() {
        shop = Shop.open(Platform.shared(), List.of("sales"), "badfiles").get(0);
        sales = new Sales(shop);
        sales.imported();
    }

    @Test
    @DisplayName("D30 every bad line of a file is named with its field; none becomes a purchase")
    void badLines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(",2024-01-01,1.00,x", "transaction");
        lines.put("T1,2024-13-01,1.00,x", "purchasedAt");
        lines.put("T2,2024-01-01,one,x", "amount");
        lines.put("T3,2024-01-01,99999999999999999999,x", "amount");
        lines.put("T4,2024-01-01,1e400,x", "amount");
        lines.put("T5,2024-01-01,1.00,", "buyer");
        lines.put("T6,2024-01-01,1.00,not an address", "buyerEmail");
        lines.put("T7,2024-01-01,1.00,a\u0000b", "buyer");
        lines.put("T8,2024-01-01,1.00,\uD83D\uDE00", "buyer");
        lines.put("T".repeat(200) + ",2024-01-01,1.00,x", "transaction");
        Fingerprint before = shop.platform().probe().quiet(OF_THE_JOB);
        JsonNode job = run("no,date,amount,customer\n" + String.join("\n", lines.keySet()) + "\n");
        assertEquals("DONE", job.path("state").asText(), job::toString);
        assertEquals(lines.size(), job.path("failed").asInt(), job::toString);
        assertEquals(0, job.path("created").asInt(), job::toString);

        Map<Integer, String> found = new TreeMap<>();
        JsonNode errors = shop.send(
                        Call.get(shop.path("sales/imports/" + job.path("id").asText() + "/errors?limit=500")))
                .expect(200)
                .json()
                .path("items");
        errors.forEach(e -> found.put(e.path("line").asInt(), e.path("field").asText()));
        Map<Integer, String> expected = new TreeMap<>();
        lines.values().forEach(field -> expected.put(expected.size() + 2, field));
        assertEquals(expected, found);
        Fingerprint after = shop.platform().probe().quiet(OF_THE_JOB);
        assertEquals("", before.difference(after), "nothing else changed");
    }

    @Test
    @DisplayName("D30 lines that are cut short, quoted wrongly or too long are named; good ones around them are taken")
    void shapes() {
        JsonNode job = run("no,date,amount,customer\nS1,2024-01-01,1.00,x\nS2,2024-01-01\n\"S3,2024-01-01,1.00,x\n");
        assertEquals(1, job.path("created").asInt(), job::toString);
        assertTrue(job.path("failed").asInt() >= 1, job::toString);
    }

    @Test
    @DisplayName("requests that are no HTTP, or not quite, are refused without inner workings")
    void wire() throws IOException {
        Fingerprint before = shop.platform().probe().quiet(Set.of("core_token"));
        for (String request : List.of(
                "GET /api/badfiles/sales/purchases/%zz",
                "GET /api/badfiles/sales/purchases/%00",
                "GET /" + "x".repeat(20_000),
                "BREW /api/badfiles/sales/purchases",
                "nonsense")) {
            String answer = refused(request);
            assertFalse(answer.contains("<html") || answer.contains("Jetty"), () -> request + ": " + answer);
        }
        for (String request : List.of(
                "GET /api/badfiles/sales/purchases?buyerName=%e2%28",
                "GET /api/badfiles/sales/purchases?buyerName=%zz",
                "GET /api/badfiles/sales/purchases/%2e%2e/imports",
                "GET /api/badfiles/../../etc/passwd")) {
            String answer = refused(request);
            assertTrue(answer.contains("application/problem+json"), () -> request + ": " + answer);
        }
        assertEquals("", before.difference(shop.platform().probe().quiet(Set.of("core_token"))));
    }

    private static String refused(String line) throws IOException {
        String answer = new RawHttp(shop).exchange(line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(
                answer.matches("(?s)HTTP/1.1 [45]\\d\\d.*") && !answer.contains(" 500 "), () -> line + ": " + answer);
        assertFalse(answer.contains("Exception"), () -> line + ": " + answer);
        return answer;
    }

    private static JsonNode run(String csv) {
        String query = sales.importQuery(shop.sellerOne(), "no", "date", "amount", "customer");
        Answer taken =
                shop.send(Call.csv(shop.path("sales/imports?" + query), csv)).expect(202);
        return sales.awaitImport(taken, Duration.ofSeconds(30));
    }
}
