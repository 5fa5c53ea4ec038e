package org.bottega.sales.imports;

import static org.bottega.sales.imports.ImportBench.ACME;
import static org.bottega.sales.imports.ImportBench.HEADER;
import static org.bottega.sales.imports.ImportBench.file;
import static org.bottega.sales.imports.ImportBench.lines;
import static org.bottega.sales.imports.ImportBench.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.persistence.testing.TestDatabase.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImportsTest {

    static Stream<Kind> kinds() {
        return TestDatabase.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("A file is stored as a whole, then worked on, then removed; two audit lines")
    void whole(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            String text = HEADER + lines(1, 1200);
            String id = bench.start(order(), text);
            Import queued = bench.get(id);
            assertEquals(ImportState.QUEUED, queued.state());
            assertEquals(new Import.Size(text.length(), 1200, 0), queued.size());
            assertEquals(1, bench.count(ACME, "sales_import_chunk"));
            Import done = bench.work(id);
            assertEquals(ImportState.DONE, done.state());
            long amount = 1200 * 1201 / 2 * 100 + 1200 * 50;
            assertEquals(new ImportCounts(1200, 0, 0, 10, amount, 0), done.counts());
            assertEquals(new Import.Size(text.length(), 1200, 1200), done.size());
            assertEquals(1200, bench.count(ACME, "sales_purchase"));
            assertEquals(amount, bench.sum(ACME, "select amount from sales_purchase"));
            assertEquals(10, bench.count(ACME, "sales_buyer"));
            assertEquals(0, bench.count(ACME, "sales_import_chunk"));
            assertEquals(List.of("import.end", "import.start"), audit(bench, id));
            assertEquals(0, bench.count(ACME, "sales_payment"));
            assertTrue(bench.claim(id).isEmpty(), "nothing is due any more");
        }
    }

    private static List<String> audit(ImportBench bench, String id) {
        return bench
                .platform
                .as(ACME, () -> bench.platform.core().audit().list(null, new PageRequest(50, null)))
                .items()
                .stream()
                .filter(entry -> id.equals(entry.subject()))
                .map(entry -> entry.action())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("The same file again changes nothing")
    void again(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            Import first = bench.run(order(), HEADER + lines(1, 700));
            List<String> before = bench.rows(ACME, "select id from sales_purchase");
            Import second = bench.run(order(), HEADER + lines(1, 700));
            assertEquals(new ImportCounts(0, 700, 0, 0, 0, first.counts().createdAmount()), second.counts());
            assertEquals(before, bench.rows(ACME, "select id from sales_purchase"));
            assertEquals(10, bench.count(ACME, "sales_buyer"));
            Import more = bench.run(order(), HEADER + lines(691, 710));
            assertEquals(10, more.counts().created());
            assertEquals(10, more.counts().unchanged());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("What was imported once is not overwritten: another amount, buyer or date is an error")
    void differs(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            String file = HEADER + "A,2026-01-01,1,x@example.com\nB,2026-01-01,1,x@example.com\n";
            bench.run(order(), file + "A,2026-01-01,1.00,X@Example.com\n");
            Import job = bench.run(
                    order(),
                    HEADER
                            + "A,2026-01-01,2,x@example.com\n"
                            + "A,2026-01-01,1,y@example.com\n"
                            + "B,2026-01-02,1,x@example.com\n"
                            + "C,2026-01-01,1,x@example.com\n"
                            + "C,2026-01-01,2,x@example.com\n"
                            + "C,2026-01-01,1,x@example.com\n");
            assertEquals(new ImportCounts(1, 1, 4, 0, 100, 100), job.counts());
            assertEquals(
                    List.of(
                            "2 amount transaction-differs",
                            "3 buyerEmail transaction-differs",
                            "4 purchasedAt transaction-differs",
                            "6 amount transaction-differs"),
                    bench.errors(job.id()));
            assertEquals(List.of(100L, 100L, 100L), amounts(bench));
            String known = bench.rows(ACME, "select id from sales_purchase").stream()
                    .filter(code -> bench.error(job.id()).detail().startsWith(code))
                    .findFirst()
                    .orElseThrow();
            assertTrue(known.startsWith("HP"));
        }
    }

    private static List<Long> amounts(ImportBench bench) {
        return bench.platform.as(ACME, () -> bench.platform
                .unitOfWork()
                .call(() -> bench.look.at("select amount from sales_purchase", row -> row.number(1))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("Sellers and tenants with the same source transactions stay apart")
    void apart(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            String text = HEADER + lines(1, 20);
            bench.run(order(), text);
            Import bobs = bench.run(order("bob", null, false), text);
            assertEquals(20, bobs.counts().created());
            assertEquals(0, bobs.counts().buyers(), "buyers belong to the tenant");
            String zens = bench.platform.as(
                    "zen", () -> bench.imports.start(order(), file(text)).id());
            Import other = bench.work("zen", zens, () -> false);
            assertEquals(20, other.counts().created());
            assertEquals(10, other.counts().buyers());
            assertEquals(40, bench.count(ACME, "sales_purchase"));
            assertEquals(20, bench.count("zen", "sales_purchase"));
            assertEquals("import-not-found", code(() -> bench.get(zens)));
        }
    }

    private static String code(Runnable work) {
        return assertThrows(Problem.class, work::run).code();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("Who is confined to a seller imports for that one, and sees no other's imports")
    void confined(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            String adas = bench.start(order(), HEADER + lines(1, 2));
            bench.platform.asSeller(ACME, "bob", () -> {
                Import own = bench.imports.start(order(null, null, false), file(HEADER + "x\n"));
                assertEquals("bob", own.plan().seller());
                assertEquals("seller-not-found", code(() -> bench.imports.start(order(), file(HEADER))));
                assertEquals("import-not-found", code(() -> bench.imports.get(adas)));
                assertEquals("import-not-found", code(() -> bench.imports.errors(adas, new PageRequest(1, null))));
                assertEquals(
                        List.of(own.id()),
                        bench.imports.list(new PageRequest(50, null)).items().stream()
                                .map(Import::id)
                                .toList());
            });
        }
    }
}
