package org.bottega.sales.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bottega.api.PageRequest;
import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.bottega.persistence.testing.TestDatabase.Kind;
import org.bottega.sales.Journal;
import org.bottega.sales.Platform;
import org.bottega.sales.Product;
import org.bottega.sales.RefundPolicy;
import org.bottega.sales.SalesModule;
import org.bottega.sales.imports.csv.ImportField;
import org.bottega.sales.imports.csv.LineError;
import org.bottega.sales.imports.store.ImportTables;
import org.bottega.sales.store.PersonRows;
import org.bottega.sales.store.ProductRow;
import org.bottega.sales.store.Purge;
import org.bottega.sales.store.SalesStore;
import org.bottega.sales.store.Stakes;

/** Imports on a whole platform: tenants {@code acme} (sellers {@code ada}, {@code bob}) and {@code zen} (seller {@code ada}). */
final class ImportBench implements AutoCloseable {

    /** The tenant of most tests. */
    static final String ACME = "acme";

    /** Columns of the short files of tests. */
    static final String HEADER = "no,when,sum,mail\n";

    /** Reads what no operation shows. */
    static final class Look extends Rows {
        Look(Store store) {
            super(store);
        }

        <T> List<T> at(String select, Row.Mapper<T> mapper) {
            return query(select + " where tenant_id = ?", mapper, tenant());
        }

        int change(String sql, Object... args) {
            return update(sql, args);
        }

        String me() {
            return tenant();
        }
    }

    final TestPlatform platform;
    final Imports imports;
    final ImportClaims claims;
    final ImportWorker worker;
    final Look look;
    private final SalesStore store;

    ImportBench(Kind kind) {
        platform = TestPlatform.on(kind);
        Store unit = platform.store("sales");
        look = new Look(unit);
        store = new SalesStore(unit);
        ImportTables tables = new ImportTables(unit);
        Journal journal = new Journal(platform.audit(), platform.events());
        Platform own = new Platform(
                platform.callers(), platform.unitOfWork(), platform.businessClock(), platform.ids(), journal);
        ImportReports reports = new ImportReports(journal, platform.events());
        imports = new Imports(own, tables, new ImportPlans(platform.sellers(), own, store), reports, platform.clock());
        claims = new ImportClaims(own, tables, reports, platform.clock());
        worker =
                new ImportWorker(own, tables, claims, new ImportSteps(own, platform.sellers(), store, tables, reports));
        platform.module(new SalesModule("1.0.0", new Purge(unit), new Stakes(unit), new PersonRows(unit)));
        for (String tenant : List.of(ACME, "zen")) {
            platform.newTenant(tenant);
            platform.enable(tenant, SalesModule.ID);
            platform.newSeller(tenant, "ada");
        }
        platform.newSeller(ACME, "bob");
    }

    /** Euros of Ada's, in files with {@link #HEADER}. */
    static ImportOrder order() {
        return order("ada", null, false);
    }

    static ImportOrder order(String seller, String product, boolean replay) {
        return new ImportOrder(seller, product, "EUR", null, null, replay, columns(), null);
    }

    static ImportOrder withStatus(String status) {
        return new ImportOrder("ada", null, "EUR", null, status, false, columns(), null);
    }

    static Map<ImportField, String> columns() {
        return new EnumMap<>(Map.of(
                ImportField.TRANSACTION, "no",
                ImportField.PURCHASED_AT, "when",
                ImportField.AMOUNT, "sum",
                ImportField.BUYER_EMAIL, "mail"));
    }

    /** Lines {@code from} to {@code to}, of as many transactions and of ten buyers. */
    static String lines(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append("T").append(i).append(",2026-01-0").append(1 + i % 9).append(',');
            text.append(i).append(".50,buyer").append(i % 10).append("@example.com\n");
        }
        return text.toString();
    }

    static InputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Stores a file, as the operator inside {@link #ACME}. */
    String start(ImportOrder order, String text) {
        return platform.as(ACME, () -> imports.start(order, file(text)).id());
    }

    /** Takes an import and does all of it. */
    Import work(String id) {
        return work(ACME, id, () -> false);
    }

    Import work(String tenant, String id, BooleanSupplier stopping) {
        return platform.as(tenant, () -> {
            worker.run(id, claims.claim(id).orElseThrow(), stopping);
            return imports.get(id);
        });
    }

    /** Whether a worker can take it now. */
    Optional<String> claim(String id) {
        return platform.as(ACME, () -> claims.claim(id));
    }

    Import run(ImportOrder order, String text) {
        return work(start(order, text));
    }

    Import get(String id) {
        return platform.as(ACME, () -> imports.get(id));
    }

    /** All errors as {@code line field code}. */
    List<String> errors(String id) {
        return platform.as(ACME, () -> imports.errors(id, new PageRequest(500, null))).items().stream()
                .map(error -> error.line() + " " + error.field() + " " + error.code())
                .toList();
    }

    LineError error(String id) {
        return platform.as(ACME, () -> imports.errors(id, new PageRequest(1, null)))
                .items()
                .get(0);
    }

    /** How many rows of a table the tenant has. */
    int count(String tenant, String table) {
        return rows(tenant, "select tenant_id from " + table).size();
    }

    /** First column of rows. */
    List<String> rows(String tenant, String select) {
        return platform.as(tenant, () -> platform.unitOfWork().call(() -> look.at(select, row -> row.string(1))));
    }

    /** Sum of a column of numbers. */
    long sum(String tenant, String select) {
        return platform
                .as(tenant, () -> platform.unitOfWork().call(() -> look.at(select, row -> row.number(1))))
                .stream()
                .mapToLong(n -> n)
                .sum();
    }

    int change(String sql, Object... args) {
        return platform.as(ACME, () -> platform.unitOfWork().call(() -> {
            Object[] all = Arrays.copyOf(args, args.length + 1);
            all[args.length] = look.me();
            return look.change(sql + " and tenant_id = ?", all);
        }));
    }

    /** A product of a seller of {@link #ACME}, with a guarantee of 15 days. */
    String product(String seller) {
        return platform.as(ACME, () -> platform.unitOfWork().call(() -> {
            Product product = new Product(
                    platform.ids().code("PR"),
                    seller,
                    "Course",
                    null,
                    RefundPolicy.GUARANTEE,
                    15,
                    platform.clock().instant(),
                    null,
                    null,
                    0);
            return store.products().add(new ProductRow(ACME, product)).id();
        }));
    }

    @Override
    public void close() {
        platform.close();
    }
}
