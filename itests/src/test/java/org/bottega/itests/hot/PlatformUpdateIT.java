package org.bottega.itests.hot;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A contract, the edge and the core are replaced while all modules work. Nobody is ever told what is not so. */
@Order(42)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlatformUpdateIT {

    private static final int SOME = 40;

    private final Shop shop = Hot.shop("hotbase");
    private final Ledger ledger = new Ledger(shop);
    private final Greeter greeter = new Greeter(shop);

    @Test
    @Order(1)
    @DisplayName("sales-api: sales waits or answers 503, all others notice nothing")
    void contract() throws Exception {
        Load others = new Load(shop, Hot.clients(4, greeter::client)).start();
        Load users = new Load(shop, Hot.clients(4, ledger::client)).start();
        update("sales-api", "sales.api", List.of(others, users));
        assertEquals(List.of(), others.refused(), "failed requests of others");
        assertEquals(List.of(), users.wronged(), "wrong answers of sales");
        ledger.check();
        greeter.check();
    }

    @Test
    @Order(2)
    @DisplayName("web: running requests end, others are told 503 until it is back")
    void web() throws Exception {
        everybody("web");
    }

    @Test
    @Order(3)
    @DisplayName("core: running requests end, others are told 503 until it is back")
    void core() throws Exception {
        everybody("core");
    }

    private void everybody(String bundle) throws Exception {
        Load others = new Load(shop, Hot.clients(4, greeter::client)).start();
        Load users = new Load(shop, Hot.clients(4, ledger::client)).start();
        update(bundle, bundle, List.of(others, users));
        assertEquals(List.of(), others.wronged(), "wrong answers of others");
        assertEquals(List.of(), users.wronged(), "wrong answers of sales");
        ledger.check();
        greeter.check();
    }

    private void update(String artifact, String bundle, List<Load> loads) throws Exception {
        for (Load load : loads) {
            load.more(SOME);
        }
        long begun = System.nanoTime();
        Hot.run("bundle:update --refresh org.bottega." + bundle + " "
                        + Bundles.again(artifact, "1.0.1").toUri())
                .ok();
        await(bundle).atMost(Duration.ofSeconds(10)).until(this::isWhole);
        long done = System.nanoTime();
        for (Load load : loads) {
            load.more(SOME);
            load.stop();
            Hot.tell(bundle + " " + (load == loads.get(0) ? "others" : "sales"), load.during(begun, done));
        }
        shop.http().send(Call.get("/health/ready"), null).expect(200);
    }

    private boolean isWhole() {
        for (String path : List.of("sales/summary", "hello/greetings", "webhooks/endpoints", "modules", "users")) {
            if (!shop.send(Call.get(shop.path(path))).isSuccess()) {
                return false;
            }
        }
        return true;
    }
}
