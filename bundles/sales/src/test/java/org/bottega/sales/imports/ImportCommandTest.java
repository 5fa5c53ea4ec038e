package org.bottega.sales.imports;

import static org.bottega.sales.imports.ImportBench.ACME;
import static org.bottega.sales.imports.ImportBench.lines;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bottega.core.testing.TestConsole;
import org.bottega.core.testing.TestConsole.Result;
import org.bottega.persistence.testing.TestDatabase.Kind;
import org.bottega.sales.imports.shell.ImportCommand;
import org.bottega.sales.imports.shell.SellerNames;
import org.bottega.sales.imports.shell.TenantNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String COMMAND = "sales:import --tenant acme --seller ada --currency EUR ";
    private static final String HEADER = "InvoiceNo,InvoiceDate,TotalPrice,Email\n";

    @TempDir
    Path folder;

    private ImportBench bench;
    private TestConsole console;
    private ScheduledExecutorService node;

    @BeforeEach
    void open() {
        bench = new ImportBench(Kind.usual());
        console = new TestConsole(
                        bench.platform.callers(),
                        bench.platform.modules(),
                        bench.platform.tenants(),
                        bench.platform.sellers(),
                        bench.imports)
                .with(TenantNames.class, SellerNames.class, ImportCommand.class);
        node = Executors.newSingleThreadScheduledExecutor();
        node.scheduleWithFixedDelay(this::workOnAll, 50, 50, TimeUnit.MILLISECONDS);
    }

    private void workOnAll() {
        bench.rows(ACME, "select id from sales_import")
                .forEach(id -> bench.platform.as(
                        ACME,
                        () -> bench.claims.claim(id).ifPresent(worker -> bench.worker.run(id, worker, () -> false))));
    }

    @AfterEach
    void close() throws InterruptedException {
        node.shutdown();
        node.awaitTermination(10, TimeUnit.SECONDS);
        console.close();
        bench.close();
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("sales.csv"), text).toString();
    }

    @Test
    @DisplayName("A file is imported to its end: what was guessed, progress, a summary with the total")
    void whole() throws IOException {
        Result result = console.run(COMMAND + file(HEADER + lines(1, 1200)));
        assertEquals(0, result.status(), result.err());
        assertTrue(result.out().startsWith("Guessed from the header: transaction=InvoiceNo"), result.out());
        assertTrue(result.out().contains("100 %  1200 of 1200 lines"), result.out());
        assertTrue(result.out().contains("1200 new purchases of 10 new buyers, 721200.00 EUR;"), result.out());
        assertFalse(result.out().contains("\r"), "no redrawing where there is no terminal");
        Result again = console.run(COMMAND + "--redraw " + file(HEADER + lines(1, 1200)));
        assertEquals(0, again.status(), again.err());
        assertTrue(again.out().contains("1200 unchanged, 721200.00 EUR; total 721200.00 EUR"), again.out());
        assertTrue(again.out().contains("\r100 %"), again.out());
    }

    @Test
    @DisplayName("Lines that fail are listed, ten at most, and make the command fail")
    void badLines() throws IOException {
        Result result = console.run(COMMAND + file(HEADER + lines(1, 3) + "bad\n".repeat(12)));
        assertEquals(1, result.status());
        assertTrue(result.out().contains("3 new purchases"), result.out());
        assertTrue(result.out().contains("  line 5: 4 values are expected, not 1"), result.out());
        assertTrue(result.out().contains("  line 14: "), result.out());
        assertFalse(result.out().contains("  line 15: "), result.out());
        assertTrue(result.out().contains("12 lines were not imported"), result.out());
    }

    @Test
    @DisplayName("What is wrong with the command is one clear sentence, and nothing is stored")
    void refused() throws IOException {
        String file = file("a,b,c,d\n" + lines(1, 3));
        assertRefused(COMMAND + folder.resolve("none.csv"), "there is no readable file");
        assertRefused(COMMAND + file, "map.transaction: name the column");
        assertRefused(COMMAND + "--map amount=x " + file, "map.amount: there is no column x");
        assertRefused(COMMAND + "--map colour=a " + file, "--map: field=column is expected, not colour=a");
        assertRefused("sales:import --tenant none --seller ada --currency EUR " + file, "module sales is not on");
        assertRefused(
                "sales:import --tenant acme --seller eve --currency EUR --map transaction=a"
                        + " --map purchasedAt=b --map amount=c --map buyerEmail=d " + file,
                "there is no seller eve");
        assertEquals(0, bench.count(ACME, "sales_import"));
    }

    private void assertRefused(String line, String why) {
        Result result = console.run(line);
        assertEquals(1, result.status(), line);
        assertTrue(result.out().contains(why), result.out());
    }

    @Test
    @DisplayName("Without waiting the command ends when the file is stored")
    void noWait() throws IOException {
        Result result = console.run(COMMAND + "--wait=false " + file(HEADER + lines(1, 3)));
        assertEquals(0, result.status(), result.err());
        assertTrue(result.out().contains("begins in a moment"), result.out());
        assertEquals(1, bench.count(ACME, "sales_import"));
    }

    @Test
    @DisplayName("Tenants and sellers are completed")
    void completion() {
        assertEquals(List.of("acme"), console.complete("sales:import --tenant a"));
        assertEquals(List.of("bob"), console.complete("sales:import --tenant acme --seller b"));
    }
}
