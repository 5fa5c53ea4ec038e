package org.bottega.sales.imports;

import static org.bottega.sales.imports.ImportBench.ACME;
import static org.bottega.sales.imports.ImportBench.HEADER;
import static org.bottega.sales.imports.ImportBench.lines;
import static org.bottega.sales.imports.ImportBench.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.persistence.testing.TestDatabase.Kind;
import org.bottega.sales.imports.ImportClaims.LeaseLost;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImportResumeTest {

    private static final String FILE = HEADER + lines(1, 750) + "bad\n" + "\n" + lines(700, 1801);
    private static final long AMOUNT = 1801L * 1802 / 2 * 100 + 1801 * 50;
    private static final ImportCounts ALL =
            new ImportCounts(1801, 51, 1, 10, AMOUNT, (700L + 750) * 51 / 2 * 100 + 51 * 50);

    static Stream<Kind> kinds() {
        return TestDatabase.kinds();
    }

    /** What a killed process does to its threads. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static BooleanSupplier killedBefore(int commit) {
        AtomicInteger asked = new AtomicInteger();
        return () -> {
            if (asked.incrementAndGet() == commit) {
                throw new Killed();
            }
            return false;
        };
    }

    private static void complete(ImportBench bench, Import job) {
        assertEquals(ImportState.DONE, job.state());
        assertEquals(ALL, job.counts());
        assertEquals(1801, bench.count(ACME, "sales_purchase"));
        assertEquals(AMOUNT, bench.sum(ACME, "select amount from sales_purchase"));
        assertEquals(10, bench.count(ACME, "sales_buyer"));
        assertEquals(1, bench.count(ACME, "sales_import_error"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("A worker that is killed between commits loses nothing and doubles nothing; its lease is 60 s")
    void killed(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            for (int commit = 1; commit <= 5; commit++) {
                bench.change("delete from sales_purchase where 1 = 1");
                bench.change("delete from sales_buyer where 1 = 1");
                bench.change("delete from sales_import_error where 1 = 1");
                String id = bench.start(order(), FILE);
                BooleanSupplier killer = killedBefore(commit);
                assertThrows(Killed.class, () -> bench.work(ACME, id, killer));
                assertEquals(
                        Math.min((commit - 1) * 500, 1854), bench.get(id).size().done());
                bench.platform.clock().advance(ImportClaims.LEASE.minusMillis(1));
                assertTrue(bench.claim(id).isEmpty(), "still held");
                bench.platform.clock().advance(Duration.ofMillis(1));
                complete(bench, bench.work(id));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("A worker that is told to stop gives the import back at once")
    void stopped(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            String id = bench.start(order(), FILE);
            AtomicInteger asked = new AtomicInteger();
            Import stopped = bench.work(ACME, id, () -> asked.incrementAndGet() > 2);
            assertEquals(ImportState.RUNNING, stopped.state());
            assertEquals(1000, stopped.size().done());
            complete(bench, bench.work(id));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("A worker that lost its lease to another changes nothing any more")
    void fenced(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            String id = bench.start(order(), FILE);
            AtomicInteger asked = new AtomicInteger();
            Import job = bench.work(ACME, id, () -> {
                if (asked.incrementAndGet() == 2) {
                    bench.platform.clock().advance(ImportClaims.LEASE);
                    bench.work(id);
                }
                return false;
            });
            assertEquals(2, asked.get());
            complete(bench, job);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("Imports of one tenant go one after the other")
    void oneByOne(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            String first = bench.start(order(), HEADER + lines(1, 5));
            String second = bench.start(order(), HEADER + lines(1, 5));
            String worker = bench.claim(first).orElseThrow();
            assertEquals(Optional.empty(), bench.claim(second));
            bench.platform.as(ACME, () -> bench.worker.run(first, worker, () -> false));
            assertEquals(Optional.empty(), bench.claim(second), "put off for 3 s");
            bench.platform.clock().advance(Duration.ofSeconds(3));
            assertEquals(5, bench.work(second).counts().unchanged());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("An import that cannot go on is tried five times, ever later, and then given up, with the reason")
    void givenUp(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            String product = bench.product("ada");
            String id = bench.start(order("ada", product, false), HEADER + lines(1, 5));
            bench.change("delete from sales_product where id = ?", product);
            for (long seconds : new long[] {1, 5, 30, 120}) {
                Import held = bench.work(id);
                assertEquals(ImportState.RUNNING, held.state());
                assertTrue(held.trouble().startsWith("product-not-found"), held.trouble());
                bench.platform.clock().advance(Duration.ofSeconds(seconds).minusMillis(1));
                assertTrue(bench.claim(id).isEmpty());
                bench.platform.clock().advance(Duration.ofMillis(1));
            }
            Import failed = bench.work(id);
            assertEquals(ImportState.FAILED, failed.state());
            assertTrue(failed.trouble().startsWith("product-not-found"), failed.trouble());
            assertEquals(0, bench.count(ACME, "sales_import_chunk"));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("An import that kills its worker five times without a line getting done is given up")
    void deadly(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            String id = bench.start(order(), HEADER + lines(1, 5));
            for (int i = 0; i < ImportClaims.MOST_ATTEMPTS; i++) {
                assertThrows(Killed.class, () -> bench.work(ACME, id, killedBefore(1)));
                bench.platform.clock().advance(ImportClaims.LEASE);
            }
            assertTrue(bench.claim(id).isEmpty());
            assertEquals(ImportState.FAILED, bench.get(id).state());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("Due work begins imports on threads of its own, and lets go of them when it stops")
    void threads(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            ImportDue due = new ImportDue(bench.platform.callers(), bench.claims, bench.worker);
            bench.platform.work(due);
            String id = bench.start(order(), FILE);
            bench.platform.advance(Duration.ZERO);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> bench.get(id).state().isFinal());
            complete(bench, bench.get(id));
            String late = bench.start(order(), FILE);
            due.stop();
            bench.platform.advance(Duration.ZERO);
            assertEquals(ImportState.QUEUED, bench.get(late).state());
            bench.platform.clock().advance(Duration.ofSeconds(3));
            assertFalse(bench.claim(late).isEmpty(), "left to another node");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("Who asks on behalf of a worker that holds nothing is refused")
    void stranger(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            String id = bench.start(order(), HEADER + lines(1, 5));
            bench.claim(id).orElseThrow();
            assertThrows(LeaseLost.class, () -> bench.platform.as(ACME, () -> bench.claims.done(id, "somebody")));
        }
    }
}
