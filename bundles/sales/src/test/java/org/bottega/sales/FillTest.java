package org.bottega.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.bottega.api.Money;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.ModuleDesk.Change;
import org.bottega.api.spi.Impact;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.store.Purge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.bottega.persistence.testing.TestDatabase#kinds")
class FillTest {

    @Parameter
    TestDatabase.Kind kind;

    private Shop shop;
    private Ledger ledger;
    private Offer offer;

    @BeforeEach
    void open() {
        shop = new Shop(kind);
        ledger = new Ledger(shop.platform.store(Ledger.ID), shop.api);
        shop.platform.module(ledger);
        shop.platform.listen(ledger);
        offer = shop.acme(() -> shop.offer(Shop.ANNA, 1250));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private String sell() {
        return shop.acme(() -> shop.sell(offer, TestCard.APPROVED)).transaction();
    }

    private List<String> entries(String tenant) {
        return shop.platform.as(tenant, () -> shop.platform.unitOfWork().call(ledger::entries));
    }

    private static List<String> sorted(List<String> transactions) {
        return transactions.stream().sorted().toList();
    }

    @Test
    @DisplayName("a module switched on later has all purchases once: those before, those during, those after")
    void filled() {
        List<String> sold = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sold.add(sell());
            shop.platform.advance(Duration.ofSeconds(1));
        }
        ledger.meanwhile(
                () -> sold.add(CompletableFuture.supplyAsync(this::sell).join()));
        shop.platform.enable(Shop.ACME, Ledger.ID);
        String missed = sold.get(5);
        assertFalse(entries(Shop.ACME).contains(missed), "sold in the midst of it, told to nobody");
        sold.add(sell());
        shop.platform.drain();
        assertEquals(6, entries(Shop.ACME).size());
        shop.platform.advance(Duration.ofMinutes(1));
        assertEquals(sorted(sold), entries(Shop.ACME));
        assertEquals(7, ledger.written());
        assertEquals(List.of(), entries(Shop.BRAVO));
    }

    @Test
    @DisplayName("what happened while it was off is filled in when it is on again; a fill that fails leaves nothing")
    void again() {
        sell();
        ledger.meanwhile(() -> {
            throw new IllegalStateException("half way");
        });
        Shop.refused("module-enable-failed", () -> shop.platform.enable(Shop.ACME, Ledger.ID));
        assertEquals(List.of(), entries(Shop.ACME));
        shop.platform.enable(Shop.ACME, Ledger.ID);
        assertEquals(1, entries(Shop.ACME).size());
        shop.platform.as(Shop.ACME, () -> shop.platform.modules().disable(Ledger.ID));
        sell();
        shop.platform.drain();
        assertEquals(1, entries(Shop.ACME).size());
        shop.platform.enable(Shop.ACME, Ledger.ID);
        assertEquals(2, entries(Shop.ACME).size());
    }

    @Test
    @DisplayName("purchases are paged for other modules, newest first, each marketplace its own")
    void listed() {
        String first = sell();
        shop.platform.advance(Duration.ofSeconds(1));
        String second = sell();
        var page = shop.acme(() -> shop.api.list(PageRequest.of(1, null)));
        assertEquals(
                List.of(second),
                page.items().stream().map(Purchase::transaction).toList());
        var rest = shop.acme(() -> shop.api.list(PageRequest.of(1, page.next())));
        assertEquals(
                List.of(first), rest.items().stream().map(Purchase::transaction).toList());
        assertEquals(
                List.of(),
                shop.bravo(() -> shop.api.list(PageRequest.of(1, null))).items());
    }

    @Test
    @DisplayName(
            "before sales is switched off it tells what is at stake; purged, it has nothing of the marketplace any more")
    void stakes() {
        shop.platform.drain();
        Purchase sold = shop.sold();
        shop.acme(() -> shop.sell(offer, TestCard.DELAYED));
        List<Impact> impact = shop.platform
                .as(Shop.ACME, () -> shop.platform.core().moduleDesk().plan(SalesModule.ID, Change.DISABLE))
                .impact();
        assertTrue(impact.contains(new Impact("purchases", 2)), impact.toString());
        assertTrue(impact.contains(new Impact("accesses of buyers", 1)), impact.toString());
        assertTrue(impact.contains(new Impact("payments on their way", 1, new Money(1250, "EUR"))), impact.toString());
        assertTrue(
                impact.contains(new Impact("guarantees that run, the next ends " + sold.refundableUntil(), 1)),
                impact.toString());
        shop.platform.as(Shop.ACME, () -> shop.platform.modules().disable(SalesModule.ID));
        shop.platform.as(Shop.ACME, () -> shop.platform.core().moduleDesk().purge(SalesModule.ID));
        Tables tables = new Tables(shop.platform.store("sales"));
        assertEquals(
                List.of(),
                shop.platform.as(Shop.ACME, () -> shop.platform.unitOfWork().call(tables::filled)));
    }

    @Test
    @DisplayName("a purge knows every table of sales")
    void complete() {
        assertEquals(new TreeSet<>(Migrations.tables("sales")), new TreeSet<>(Purge.tables()));
    }

    /** The tables of sales, as its migrations name them. */
    private static final class Tables extends Rows {

        Tables(Store store) {
            super(store);
        }

        List<String> filled() {
            return Migrations.tables("sales").stream()
                    .filter(table -> query(
                                            "select count(*) from " + table + " where tenant_id = ?",
                                            row -> row.number(1),
                                            tenant())
                                    .get(0)
                            > 0)
                    .toList();
        }
    }
}
