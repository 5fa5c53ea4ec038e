package org.bottega.sales.imports;

import static org.bottega.sales.imports.ImportBench.ACME;
import static org.bottega.sales.imports.ImportBench.HEADER;
import static org.bottega.sales.imports.ImportBench.lines;
import static org.bottega.sales.imports.ImportBench.order;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bottega.api.DomainEvent;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.persistence.testing.TestDatabase.Kind;
import org.bottega.sales.SalesModule;
import org.bottega.sales.api.AccessGranted;
import org.bottega.sales.api.ImportCompleted;
import org.bottega.sales.api.PurchaseApproved;
import org.bottega.sales.api.PurchaseCompleted;
import org.bottega.sales.api.PurchaseStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImportEventsTest {

    static Stream<Kind> kinds() {
        return TestDatabase.kinds();
    }

    private final List<DomainEvent> heard = new ArrayList<>();

    private <E extends DomainEvent> DomainEventListener<E> listener(Class<E> type) {
        return new DomainEventListener<>() {
            @Override
            public String id() {
                return "sales.test-" + type.getSimpleName();
            }

            @Override
            public String module() {
                return SalesModule.ID;
            }

            @Override
            public Class<E> type() {
                return type;
            }

            @Override
            public void on(E event, Instant at) {
                heard.add(event);
            }
        };
    }

    private ImportBench listening(Kind kind) {
        ImportBench bench = new ImportBench(kind);
        bench.platform.listen(
                listener(PurchaseApproved.class),
                listener(PurchaseCompleted.class),
                listener(AccessGranted.class),
                listener(ImportCompleted.class));
        return bench;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("D30 history is imported without an event, mail, charge or grant; only the import itself is told")
    void silent(Kind kind) {
        try (ImportBench bench = listening(kind)) {
            String product = bench.product("ada");
            Import job = bench.run(
                    new ImportOrder("ada", product, "EUR", null, "APPROVED", false, ImportBench.columns(), null),
                    HEADER + lines(1, 30) + "bad\n");
            bench.platform.advance(Duration.ofDays(100));
            ImportCounts counts = job.counts();
            assertEquals(List.of(new ImportCompleted(job.id(), "ada", 30, 0, 1, counts.createdAmount(), "EUR")), heard);
            assertEquals(List.of(), bench.platform.mails(ACME));
            assertEquals(0, bench.count(ACME, "sales_access"));
            assertEquals(0, bench.count(ACME, "sales_payment"));
            assertEquals(List.of(product), distinct(bench, "product_id"));
            assertEquals(List.of("Course"), distinct(bench, "product_name"));
            assertEquals(List.of("IMPORTED"), distinct(bench, "payment_type"));
            assertEquals(List.of("APPROVED"), distinct(bench, "status"));
        }
    }

    private static List<String> distinct(ImportBench bench, String column) {
        return bench.rows(ACME, "select " + column + " from sales_purchase").stream()
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("D30 with replay each new purchase is told as if it were sold now, once")
    void replay(Kind kind) {
        try (ImportBench bench = listening(kind)) {
            String product = bench.product("ada");
            bench.run(order("ada", product, true), HEADER + lines(1, 3));
            bench.run(order("ada", product, true), HEADER + lines(1, 3));
            bench.platform.drain();
            assertEquals(3, count(PurchaseApproved.class));
            assertEquals(3, count(PurchaseCompleted.class));
            assertEquals(2, count(ImportCompleted.class));
            PurchaseApproved first = heard.stream()
                    .filter(PurchaseApproved.class::isInstance)
                    .map(PurchaseApproved.class::cast)
                    .filter(e -> e.price().minor() == 150)
                    .findFirst()
                    .orElseThrow();
            assertEquals(product, first.product());
            assertEquals(Instant.parse("2026-01-01T23:00:00Z"), first.purchasedAt());
        }
    }

    private long count(Class<?> type) {
        return heard.stream().filter(type::isInstance).count();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("A purchase of history stands where the file says; REFUNDED has given all back")
    void statuses(Kind kind) {
        try (ImportBench bench = new ImportBench(kind)) {
            int next = 1;
            for (var status : ImportPlans.IMPORTABLE) {
                bench.run(ImportBench.withStatus(status.name()), HEADER + lines(next, next));
                next++;
            }
            assertEquals(
                    ImportPlans.IMPORTABLE.stream().map(Enum::name).sorted().toList(),
                    distinct(bench, "status").stream().sorted().toList());
            List<PurchaseStatus> inOrder = List.copyOf(ImportPlans.IMPORTABLE);
            long amount = inOrder.indexOf(PurchaseStatus.REFUNDED) * 100 + 150;
            assertEquals(amount, bench.sum(ACME, "select refunded from sales_purchase"));
        }
    }
}
