package org.bottega.itests.hot;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Home;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Sales itself is replaced while it sells: by a version with a new column and a new operation, and by the old one again. */
@Order(41)
class SalesUpdateIT {

    private static final int CLIENTS = 8;
    private static final int BEFORE = 150;
    private static final int AFTER = 150;
    private static final int SAMPLE = 20;

    private static final Path OLD = Home.bundle("sales");
    private static final Path NEW = Bundles.sales("1.1.0");

    private final Shop shop = Hot.shop("hotsales");
    private final Ledger ledger = new Ledger(shop);

    @Test
    @DisplayName("1.0 to 1.1 and back under load: no request fails, nothing is lost or double")
    void thereAndBack() throws Exception {
        Load load = new Load(shop, Hot.clients(CLIENTS, ledger::client)).start();
        load.more(BEFORE);
        String early = ledger.bought().iterator().next();
        origin(early).expectProblem(404, "path-not-found");

        Set<String> old = Set.copyOf(ledger.bought());
        Set<String> sold = change(load, NEW, "1.1.0");
        await("the new operation").atMost(Duration.ofSeconds(1)).until(() -> origin(early)
                .isSuccess());
        for (String transaction : old.stream().limit(SAMPLE).toList()) {
            assertEquals("before", origin(transaction).expect(200).text("origin"));
        }
        load.more(AFTER);
        assertEquals("since", origin(later(sold)).expect(200).text("origin"));
        shop.send(Call.of("PUT", path(early), "application/json", "{\"origin\":\"changed\"}")
                        .without("Idempotency-Key"))
                .expect(200);

        Set<String> soldByNew = change(load, OLD, "1.0.0");
        origin(early).expectProblem(404, "path-not-found");
        load.more(AFTER);
        String soldByOld = later(soldByNew);

        change(load, NEW, "1.1.0");
        assertEquals("changed", origin(early).expect(200).text("origin"));
        assertEquals("since", origin(soldByOld).expect(200).text("origin"));
        change(load, OLD, "1.0.0");
        load.stop();
        assertEquals(List.of(), load.refused(), "failed requests");
        ledger.check();
    }

    /** Replaces sales; returns what had been sold when that was done. */
    private Set<String> change(Load load, Path jar, String version) {
        long begun = System.nanoTime();
        String modules =
                Hot.run(Hot.update("sales", jar), "module:list --json").ok().output();
        long done = System.nanoTime();
        Set<String> sold = Set.copyOf(ledger.bought());
        assertTrue(modules.matches("(?s).*\"id\":\"sales\"[^}]*\"version\":\"" + version + "\".*"), modules);
        load.more(CLIENTS * 2);
        List<Load.Met> met = load.during(begun, done);
        Hot.tell("sales to " + version, met);
        return sold;
    }

    /** One that was sold after these. */
    private String later(Set<String> sold) {
        return ledger.bought().stream()
                .filter(transaction -> !sold.contains(transaction))
                .findFirst()
                .orElseThrow();
    }

    private Answer origin(String transaction) {
        return shop.send(Call.get(path(transaction)));
    }

    private String path(String transaction) {
        return shop.path("sales/origins/" + transaction);
    }
}
