package org.bottega.sales.imports;

import static org.bottega.sales.imports.ImportBench.ACME;
import static org.bottega.sales.imports.ImportBench.file;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bottega.persistence.Store;
import org.bottega.persistence.testing.TestDatabase.Kind;
import org.bottega.sales.Journal;
import org.bottega.sales.Platform;
import org.bottega.sales.PurchaseFilter;
import org.bottega.sales.PurchaseList;
import org.bottega.sales.imports.csv.ImportField;
import org.bottega.sales.search.PurchaseExport;
import org.bottega.sales.search.Search;
import org.bottega.sales.search.Searcher;
import org.bottega.sales.store.SalesStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What one marketplace exports, another imports. */
class ReimportTest {

    private static final String NASTY = "no,when,sum,mail,name\n"
            + "A1,2026-01-01T08:26:00Z,12.50,=ada@example.com,=1+1\n"
            + "A2,2026-01-02T09:00:00Z,0.01,-bob@example.com,\"Bob, \"\"the\"\" builder\"\n"
            + "=A3,2026-01-03T10:00:00Z,999999.99,cleo@example.com,'@Cleo\n"
            + "A4,2026-01-04T11:00:00Z,0.00,dan@example.com,Dan\n";

    private static byte[] exported(ImportBench bench) {
        Platform own = new Platform(
                bench.platform.callers(),
                bench.platform.unitOfWork(),
                bench.platform.businessClock(),
                bench.platform.ids(),
                new Journal(bench.platform.audit(), bench.platform.events()));
        Store unit = bench.platform.store("sales");
        PurchaseExport export =
                new PurchaseExport(new PurchaseList(own, new SalesStore(unit), new Searcher(unit, own)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Search all = Search.of(new PurchaseFilter(null, null, null, null, null, Set.of(), null, null, null, null));
        bench.platform.as(ACME, () -> {
            try {
                export.write(all, true, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return out.toByteArray();
    }

    private static List<String> facts(ImportBench bench, String tenant) {
        String columns = "select buyer_email || '/' || buyer_name || '/' || cast(amount as char(20)) || currency"
                + " from sales_purchase";
        return bench.rows(tenant, columns).stream().sorted().toList();
    }

    @Test
    @DisplayName(
            "an export, imported elsewhere, gives the same sums, buyers and names, free sales too, and the source code")
    void roundTrip() {
        try (ImportBench bench = new ImportBench(Kind.usual())) {
            Map<ImportField, String> names = new EnumMap<>(ImportBench.columns());
            names.put(ImportField.BUYER_NAME, "name");
            Import first = bench.run(new ImportOrder("ada", null, "EUR", null, null, false, names, null), NASTY);
            assertEquals(4, first.counts().created(), first.toString());

            String csv = new String(exported(bench), StandardCharsets.UTF_8);
            Map<ImportField, String> columns = Map.of(
                    ImportField.TRANSACTION, "transaction",
                    ImportField.PURCHASED_AT, "purchasedAt",
                    ImportField.AMOUNT, "amount",
                    ImportField.BUYER_EMAIL, "buyerEmail",
                    ImportField.BUYER_NAME, "buyerName");
            String id = bench.platform.as("zen", () -> bench.imports
                    .start(new ImportOrder("ada", null, "EUR", null, null, false, columns, null), file(csv))
                    .id());
            Import second = bench.work("zen", id, () -> false);
            assertEquals(4, second.counts().created(), second.toString());
            assertEquals(facts(bench, ACME), facts(bench, "zen"));
            assertEquals(
                    bench.sum(ACME, "select amount from sales_purchase"),
                    bench.sum("zen", "select amount from sales_purchase"));
            assertEquals(
                    bench.rows(ACME, "select id from sales_purchase").stream()
                            .sorted()
                            .toList(),
                    bench.rows("zen", "select source from sales_purchase").stream()
                            .sorted()
                            .toList());
        }
    }
}
