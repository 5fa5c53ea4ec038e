package org.bottega.itests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Home;
import org.bottega.itests.harness.Outcome;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/** An installation is backed up while it sells, destroyed and restored. PostgreSQL has means of its own for that. */
@Order(61)
@DisabledIfEnvironmentVariable(named = "BOTTEGA_TEST_DATABASE", matches = "postgresql")
class BackupIT {

    private static final int CLIENTS = 4;
    private static final int SOLD = 30;

    private static final Platform PLATFORM = new Platform("backup");

    @AfterAll
    static void end() {
        PLATFORM.kill();
    }

    @Test
    @DisplayName(
            "all that was answered before the backup is there after the restore; tokens and console work as before")
    void restored() throws Exception {
        PLATFORM.start();
        Shop shop = Shop.open(PLATFORM, List.of("sales"), "backup").get(0);
        Buyers buyers = new Buyers(shop, new Sales(shop).offer());
        buyers.start(CLIENTS);
        await("sales")
                .atMost(Duration.ofSeconds(60))
                .until(() -> buyers.answered().size() >= SOLD);
        Map<String, Answer> before = new TreeMap<>(buyers.answered());
        Path folder = PLATFORM.room().resolve("backup of it");
        PLATFORM.bottega("backup", folder.toString()).ok();
        int during = buyers.answered().size() - before.size();
        buyers.stop();
        assertTrue(during > 0, "it sold on while it was backed up");
        refused("There is a", PLATFORM.bottega("backup", folder.toString()));
        refused("stop it first", PLATFORM.bottega("restore", folder.toString(), "--replace"));
        refused("stop it first", PLATFORM.bottega("migrate-database", "--to", "jdbc:postgresql://127.0.0.1/x"));
        PLATFORM.stop();
        refused("There is a database", PLATFORM.bottega("restore", folder.toString()));
        refused("is no backup", PLATFORM.bottega("restore", PLATFORM.room().toString()));

        Home.empty(PLATFORM.data());
        PLATFORM.bottega("restore", folder.toString()).ok();
        PLATFORM.start();

        check(shop, before);
        Path second = PLATFORM.room().resolve("second");
        PLATFORM.stop();
        PLATFORM.bottega("backup", second.toString()).ok();
        assertTrue(Files.exists(second.resolve("db/service.properties")), "a stopped one is copied");
        PLATFORM.bottega("restore", second.toString(), "--replace").ok();
        refused("say where to", PLATFORM.bottega("migrate-database"));
    }

    private static void refused(String sentence, Outcome outcome) {
        assertNotEquals(0, outcome.exit(), outcome.output());
        assertTrue(outcome.output().contains(sentence), outcome.output());
    }

    private static void check(Shop shop, Map<String, Answer> before) {
        Map<String, String> stored = new TreeMap<>();
        for (String line : PLATFORM.probe()
                .sql("SELECT buyer_email, id FROM sales_purchase WHERE tenant_id = '" + shop.tenant() + "'")) {
            String[] column = line.split("\t");
            stored.put(column[0], column[1]);
        }
        before.forEach((key, answer) ->
                assertEquals(answer.text("transaction"), stored.get(Buyers.email(key)), "purchase under key " + key));
        new Sales(shop).offer();
        assertTrue(PLATFORM.console().run("tenant:list").ok().output().contains(shop.tenant()));
    }
}
