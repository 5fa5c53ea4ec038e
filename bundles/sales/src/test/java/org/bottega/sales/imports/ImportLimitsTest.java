package org.bottega.sales.imports;

import static org.bottega.sales.imports.ImportBench.ACME;
import static org.bottega.sales.imports.ImportBench.HEADER;
import static org.bottega.sales.imports.ImportBench.lines;
import static org.bottega.sales.imports.ImportBench.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.persistence.testing.TestDatabase.Kind;
import org.bottega.sales.imports.csv.LineError;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImportLimitsTest {

    static Stream<Kind> kinds() {
        return TestDatabase.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("Bad lines are told one by one, good ones are imported")
    void badLines(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            Import job = bench.run(
                    order(),
                    "\uFEFF" + HEADER.replace("\n", "\r\n")
                            + "A,2026-01-01,1,a@example.com\r\n"
                            + "\r\n"
                            + "B,2026-01-01,0.004,a@example.com\r\n"
                            + "C,never,x,nobody\r\n"
                            + "D,2026-01-01,1\r\n"
                            + "\"E,2026-01-01,1,a@example.com\r\n"
                            + "\"F\"x,2026-01-01,1,a@example.com\r\n"
                            + "G\u0001,2026-01-01,1,a@example.com\r\n"
                            + "T".repeat(101) + ",2026-01-01,1,a@example.com\r\n"
                            + "\"H,\"\"1\"\"\",2026-01-01,1,a@example.com\r\n"
                            + "I,2026-01-01,1,a@example.com");
            assertEquals(new ImportCounts(3, 0, 7, 1, 300, 0), job.counts());
            assertEquals(
                    List.of(
                            "4 amount amount-not-positive",
                            "5 purchasedAt date-invalid",
                            "5 amount amount-invalid",
                            "5 buyerEmail email-invalid",
                            "6 null columns-differ",
                            "7 null quote-misplaced",
                            "8 null quote-misplaced",
                            "9 transaction characters-not-allowed",
                            "10 transaction too-long"),
                    bench.errors(job.id()));
            assertEquals(
                    List.of("A", "H,\"1\"", "I"),
                    bench.rows(ACME, "select source from sales_purchase").stream()
                            .sorted()
                            .toList());
            assertEquals(new Import.Size(job.size().bytes(), 11, 11), job.size());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("10,000 errors are kept, further ones are counted; they are paged in the order of the file")
    void manyErrors(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            int bad = ImportWorker.MOST_ERRORS + 1;
            Import job = bench.run(order(), HEADER + "X,2026-01-01,-1,a@example.com\n".repeat(bad));
            assertEquals(bad, job.counts().failed());
            assertEquals(ImportWorker.MOST_ERRORS, bench.count(ACME, "sales_import_error"));
            Page<LineError> first =
                    bench.platform.as(ACME, () -> bench.imports.errors(job.id(), new PageRequest(500, null)));
            Page<LineError> second =
                    bench.platform.as(ACME, () -> bench.imports.errors(job.id(), new PageRequest(500, first.next())));
            assertEquals(2, first.items().get(0).line());
            assertEquals(502, second.items().get(0).line());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("What is wrong with the order is refused at once, and nothing is stored")
    void refused(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            String product = bench.product("bob");
            Map<ImportOrder, String> orders = Map.of(
                    order("nobody", null, false), "seller-not-found",
                    order(null, null, false), "field-missing",
                    order("ada", "PRnone", false), "product-not-found",
                    order("ada", product, false), "product-not-found",
                    order("ada", null, true), "replay-impossible",
                    with("XXX", null, null), "currency-unknown",
                    with(null, null, null), "field-missing",
                    with("EUR", "Europe/Nowhere", null), "zone-unknown",
                    with("EUR", null, "STARTED"), "status-not-importable",
                    with("EUR", null, "complete"), "status-not-importable");
            orders.forEach((order, code) ->
                    assertEquals(code, code(() -> bench.start(order, HEADER + lines(1, 2))), order.toString()));
            assertEquals("mapping-invalid", code(() -> bench.start(order(), "no,when,sum,e-mail\n")));
            assertEquals("header-unreadable", code(() -> bench.start(order(), "")));
            assertEquals(0, bench.count(ACME, "sales_import"));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("20 imports of a tenant can wait, not 21")
    void mostOpen(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            String first = bench.start(order(), HEADER);
            for (int i = 1; i < Imports.MOST_OPEN; i++) {
                bench.start(order(), HEADER);
            }
            assertEquals("imports-open", code(() -> bench.start(order(), HEADER)));
            bench.work(first);
            bench.start(order(), HEADER);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("A file larger than 64 MiB is refused, and nothing of it is kept")
    void tooLarge(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            InputStream endless = new Endless(HEADER, Imports.MOST_BYTES + 1);
            Problem problem = assertThrows(
                    Problem.class, () -> bench.platform.as(ACME, () -> bench.imports.start(order(), endless)));
            assertEquals("body-too-large", problem.code());
            assertEquals(413, problem.kind().status());
            assertEquals(0, bench.count(ACME, "sales_import"));
            assertEquals(0, bench.count(ACME, "sales_import_chunk"));
        }
    }

    private static ImportOrder with(String currency, String zone, String status) {
        return new ImportOrder("ada", null, currency, zone, status, false, ImportBench.columns(), null);
    }

    private static String code(Runnable work) {
        return assertThrows(Problem.class, work::run).code();
    }

    /** A header and then as many spaces as it takes. */
    private static final class Endless extends InputStream {
        private final String header;
        private final long size;
        private long position;

        Endless(String header, long size) {
            this.header = header;
            this.size = size;
        }

        @Override
        public int read() {
            if (position == size) {
                return -1;
            }
            return position < header.length() ? header.charAt((int) position++) : blank();
        }

        private int blank() {
            position++;
            return ' ';
        }
    }
}
