package org.bottega.itests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Home;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.PostgreSql;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** An installation on PostgreSQL, with an owner of the tables and a run-time user. */
@Order(80)
@EnabledIfEnvironmentVariable(named = "BOTTEGA_TEST_PG_URL", matches = ".+")
class PostgreSqlIT {

    private static Map<String, String> database;
    private static Platform platform;
    private static Shop shop;
    private static Shop other;

    @BeforeAll
    static void start() {
        database = PostgreSql.newDatabase();
        Map<String, String> settings = new HashMap<>(database);
        settings.putAll(Platform.QUICK);
        platform = new Platform("postgresql", settings).start();
        List<Shop> shops = Shop.open(platform, List.of("sales"), "painters", "potters");
        shop = shops.get(0);
        other = shops.get(1);
    }

    @AfterAll
    static void stop() {
        platform.stop();
    }

    @Test
    @DisplayName("two marketplaces sell and refund, and each lists its own")
    void story() {
        Sales sales = new Sales(shop);
        String refunded = sales.purchase();
        String kept = sales.purchase();
        shop.sendAsOne(sales.refundCall(refunded)).expect(200);
        String theirs = new Sales(other).purchase();
        assertEquals(Map.of(refunded, "REFUNDED", kept, "APPROVED"), listed(shop));
        assertEquals(Map.of(theirs, "APPROVED"), listed(other));
        other.send(Call.get(other.path("sales/purchases/" + kept))).expectProblem(404, "purchase-not-found");
        await("events and mails go their way")
                .atMost(Duration.ofSeconds(20))
                .until(() -> !sales.mails().page(kept, "receipts").isEmpty());
    }

    private static Map<String, String> listed(Shop who) {
        Map<String, String> found = new HashMap<>();
        Call list = Call.get(who.path("sales/purchases?status=ANY"));
        for (JsonNode item : who.send(list).expect(200).json().path("items")) {
            found.put(item.path("transaction").asText(), item.path("status").asText());
        }
        return found;
    }

    @Test
    @DisplayName(
            "every tenant table is locked, those of a module that is deployed later too; the console says all is well")
    void locked() throws SQLException {
        platform.console()
                .run("bundle:install -s " + Home.bundle("hello").toUri())
                .ok();
        Shop.open(platform, List.of("hello"), "greeters");
        String tables = "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                + " where a.attname = 'tenant_id' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace";
        List<String> locked = PostgreSql.read(database, tables + " and c.relrowsecurity and c.relforcerowsecurity");
        assertTrue(locked.containsAll(List.of("core_audit", "web_idempotency", "sales_purchase", "hello_greetings")));
        assertEquals(PostgreSql.read(database, tables).size(), locked.size());
        for (String table : locked) {
            assertEquals(List.of("0"), PostgreSql.read(database, "select count(*) from " + table), table);
        }
        String health = platform.console().run("health:check").ok().output();
        assertTrue(health.contains("row-level-security"), health);
    }
}
