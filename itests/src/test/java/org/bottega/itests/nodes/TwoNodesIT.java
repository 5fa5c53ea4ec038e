package org.bottega.itests.nodes;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Home;
import org.bottega.itests.harness.Jars;
import org.bottega.itests.harness.Shop;
import org.bottega.itests.harness.Together;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Two processes beside one PostgreSQL database: one platform, whichever of them is asked. */
@Order(85)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfEnvironmentVariable(named = "BOTTEGA_TEST_PG_URL", matches = ".+")
class TwoNodesIT {

    private static final String PENDING = "4000000000000036";
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Call READY = Call.get("/health/ready");

    private static final Map<String, Shop> SHOPS = new TreeMap<>();

    private static Pair pair;
    private static Shop changed;

    @BeforeAll
    static void start() {
        pair = new Pair(Map.of("BOTTEGA_STOP_NOTICE", "2"));
        List<Shop> shops = Shop.open(pair.a(), List.of("sales"), "changed", "doubled", "heard", "renewed", "killed");
        changed = shops.get(0);
        shops.forEach(shop -> SHOPS.put(shop.tenant(), shop));
    }

    @AfterAll
    static void end() {
        pair.end();
    }

    @Test
    @Order(1)
    @DisplayName("what one node switches, sets, revokes or puts on hold holds on the other within a second")
    void soon() {
        Spread spread = new Spread();
        Changes changes = new Changes(changed.at(pair.a()), changed.at(pair.b()), spread);
        Changes back = new Changes(changed.at(pair.b()), changed.at(pair.a()), spread);
        for (int i = 0; i < 2; i++) {
            changes.module();
            back.policy(i);
            changes.token();
            back.client();
        }
        changes.user();
        changes.suspended();
    }

    @Test
    @Order(2)
    @DisplayName("a key that both nodes hear at the same instant, twice each, makes one purchase and one refund")
    void once() {
        new Doubles(pair.both(SHOPS.get("doubled"))).buyAndGiveBack(12);
    }

    @Test
    @Order(3)
    @DisplayName("wrong passwords are counted by both nodes together: five, however they are spread")
    void guesses() {
        new Guesses(pair.both(changed)).fiveAreJudged();
    }

    @Test
    @Order(4)
    @DisplayName("what is bought through both nodes is heard once, charged once when it falls due, mailed once")
    void events() throws Exception {
        Shop heard = SHOPS.get("heard");
        Ordeal load = new Ordeal(pair.nodes(), heard, PAUSE);
        load.start(4);
        load.end(Duration.ofSeconds(4));
        Sales sales = new Sales(heard);
        String offer = sales.offer();
        List<String> pending = new ArrayList<>();
        for (Shop at : pair.both(heard)) {
            for (int i = 0; i < 8; i++) {
                pending.add(at.send(sales.purchaseCall(offer, PENDING))
                        .expect(201, 202)
                        .text("transaction"));
            }
        }
        heard.send(Call.post(heard.path("clock/advance"), "{\"by\":\"PT2M\"}")).expect(202);
        Books books = new Books(heard);
        String approved = "SELECT aggregate, COUNT(*) FROM core_event WHERE tenant_id = %s"
                + " AND event_type = 'sales.PurchaseApproved' GROUP BY aggregate";
        await("all are approved")
                .atMost(Duration.ofSeconds(30))
                .until(() -> books.pairs(approved).keySet().containsAll(pending));
        books.heard();
        assertEquals(String.valueOf(books.pairs(approved).size()), books.mails().get("receipt"));
        pair.checkSent(books);
    }

    @Test
    @Order(5)
    @DisplayName("each node lists both; a module that one of them does not run is refused, and taken once all do")
    void listed() {
        List<Callable<List<JsonNode>>> both = List.of(() -> Pair.listed(pair.a()), () -> Pair.listed(pair.b()));
        for (List<JsonNode> nodes : Together.all(both)) {
            assertEquals(List.of("node-a", "node-b"), names(nodes));
            nodes.forEach(node ->
                    assertTrue(node.path("live").asBoolean() && Pair.runs(node, "sales 1.0.0"), () -> "" + node));
        }
        String hello = "bundle:install -s " + Home.bundle("hello").toUri();
        pair.a().console().run(hello, "module:allow --tenant changed hello").ok();
        Call on = Call.of("PUT", changed.path("modules/hello"), "application/json", "{\"on\":true}")
                .without("Idempotency-Key");
        Answer refused = changed.send(on).expectProblem(409, "module-not-on-all-nodes");
        assertEquals("node-b", refused.text("nodes/0"));
        pair.b().console().run(hello).ok();
        await("the other node says what it runs")
                .atMost(Duration.ofSeconds(10))
                .until(() -> changed.send(on).status() == 200);
    }

    private static List<String> names(List<JsonNode> nodes) {
        return nodes.stream().map(node -> node.path("node").asText()).toList();
    }

    @Test
    @Order(6)
    @DisplayName("modules in two versions at once: the other node notices nothing, both tell, they can be switched on")
    void versions() throws Exception {
        Greeters greeters = new Greeters(pair.both(changed), changed.newClient().token(), pair.b());
        Ordeal load = new Ordeal(pair.nodes(), SHOPS.get("renewed"), PAUSE);
        load.start(4);
        pair.b().console().run(update("hello"), update("sales")).ok();
        await("both versions").atMost(Duration.ofSeconds(20)).until(() -> {
            List<JsonNode> nodes = Pair.listed(pair.a());
            return Pair.runs(nodes.get(0), "hello 1.0.0") && Pair.runs(nodes.get(1), "hello 1.0.1");
        });
        greeters.end();
        for (Shop at : pair.both(changed)) {
            for (boolean on : new boolean[] {false, true}) {
                String json = "{\"on\":" + on + "}";
                at.send(Call.of("PUT", at.path("modules/hello"), "application/json", json))
                        .expect(200);
            }
        }
        load.end(Duration.ofSeconds(5));
    }

    private static String update(String module) {
        Path next = Jars.renewed(Home.bundle(module), "1.0.1", Home.work(module + "-1.0.1.jar"));
        return "bundle:update org.bottega." + module + " " + next.toUri();
    }

    @Test
    @Order(7)
    @DisplayName("a node is killed under load and comes back: nothing that was answered is lost, nothing is twice")
    void killed() throws Exception {
        Ordeal ordeal = new Ordeal(pair.nodes(), SHOPS.get("killed"), PAUSE);
        ordeal.start(8);
        ordeal.kill(pair.b(), () -> await("the other node tells")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !Pair.isLive(pair.a(), pair.b())));
        ordeal.end(Duration.ofSeconds(10));
        await("it is back").atMost(Duration.ofSeconds(10)).until(() -> Pair.isLive(pair.a(), pair.b()));
    }

    @Test
    @Order(8)
    @DisplayName("a node that is told to stop says first that it is not ready, serves on meanwhile, and is forgotten")
    void leaves() {
        Shop there = changed.at(pair.b());
        there.http().send(READY, null).expect(200);
        CompletableFuture<Void> stop = CompletableFuture.runAsync(pair.b()::stop);
        await("not ready")
                .atMost(Duration.ofSeconds(20))
                .until(() -> there.http().send(READY, null).body().contains("about to stop"));
        there.send(Call.get(there.path("sales/summary"))).expect(200);
        stop.join();
        assertEquals(List.of("node-a"), names(Pair.listed(pair.a())));
    }
}
