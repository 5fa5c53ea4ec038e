package org.bottega.sales.imports;

import static org.bottega.sales.imports.ImportBench.ACME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.persistence.testing.TestDatabase.Kind;
import org.bottega.sales.imports.csv.ImportField;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class RealFileTest {

    /** Beside the project, not part of it. */
    private static final Path FILE = Path.of("..", "..", "..", "shared", "data", "online-retail-invoices.csv");

    private static final Logger LOG = LoggerFactory.getLogger(RealFileTest.class);
    private static final ImportOrder ORDER = new ImportOrder(
            "ada",
            null,
            "GBP",
            "Europe/London",
            null,
            false,
            Map.of(
                    ImportField.TRANSACTION, "InvoiceNo",
                    ImportField.PURCHASED_AT, "InvoiceDate",
                    ImportField.AMOUNT, "TotalPrice",
                    ImportField.BUYER, "CustomerID"),
            "customer-{buyer}@example.com");

    static Stream<Kind> kinds() {
        return TestDatabase.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("18,532 real invoices of 4,338 customers come in to the penny, and nothing at the second time")
    void invoices(Kind kind) throws IOException {
        assumeTrue(Files.isReadable(FILE), "the data set is not beside the project: " + FILE);
        try (ImportBench bench = new ImportBench(kind)) {
            long pence = pence(Files.readAllLines(FILE));
            assertEquals(
                    new ImportCounts(18_532, 0, 0, 4_338, pence, 0), run(bench).counts());
            assertEquals(pence, bench.sum(ACME, "select amount from sales_purchase"));
            assertEquals(4_338, bench.count(ACME, "sales_buyer"));
            assertEquals(new ImportCounts(0, 18_532, 0, 0, 0, pence), run(bench).counts());
            assertEquals(18_532, bench.count(ACME, "sales_purchase"));
        }
    }

    private static long pence(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> new BigDecimal(line.substring(line.lastIndexOf(',') + 1)))
                .map(pounds -> pounds.setScale(2, RoundingMode.HALF_UP).movePointRight(2))
                .mapToLong(BigDecimal::longValueExact)
                .sum();
    }

    private static Import run(ImportBench bench) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long work = threads.getCurrentThreadCpuTime();
        Import done;
        try (InputStream in = Files.newInputStream(FILE)) {
            String id =
                    bench.platform.as(ACME, () -> bench.imports.start(ORDER, in).id());
            done = bench.work(id);
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        long busy = (threads.getCurrentThreadCpuTime() - work) / 1_000_000;
        long lines = done.size().lines();
        LOG.info("{} lines in {} ms, {} a second; {} ms of processor time", lines, millis, lines * 1000 / millis, busy);
        return done;
    }
}
