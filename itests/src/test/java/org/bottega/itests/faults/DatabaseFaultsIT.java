package org.bottega.itests.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bottega.itests.harness.MailServer;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.PostgreSql;
import org.bottega.itests.harness.Shop;
import org.bottega.itests.harness.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What the platform does when its database or its mail server is away, and when they come back. */
@Order(82)
@EnabledIfEnvironmentVariable(named = "BOTTEGA_TEST_PG_URL", matches = ".+")
class DatabaseFaultsIT {

    private static final int CLIENTS = 8;
    private static final int ENOUGH = 30;
    private static final Duration SOON = Duration.ofSeconds(60);

    /** A pool's patience, and what a statement that is under way may take until it is given up. */
    private static final long REFUSED_MS = 20_000;

    private static MailServer post;
    private static Map<String, String> database;
    private static Wire wire;
    private static Platform platform;

    @BeforeAll
    static void start() {
        post = new MailServer().up();
        database = PostgreSql.newDatabase();
        URI server = URI.create(database.get("BOTTEGA_DB_URL").substring("jdbc:".length()));
        wire = new Wire(server.getHost(), server.getPort());
        Map<String, String> settings = new HashMap<>(database);
        settings.putAll(post.settings());
        settings.put("BOTTEGA_DB_URL", "jdbc:postgresql://127.0.0.1:" + wire.port() + server.getPath());
        settings.put("BOTTEGA_DB_POOL", "6");
        settings.putAll(Platform.QUICK);
        platform = new Platform("faults", settings).start();
    }

    @AfterAll
    static void stop() {
        platform.stop();
        wire.close();
        post.close();
    }

    private static Fault open(String tenant) {
        return new Fault(Shop.open(platform, List.of("sales"), tenant).get(0));
    }

    @Test
    @DisplayName("the server is gone: 503 soon, not ready but alive; back: by itself, with all that was answered")
    void gone() throws Exception {
        broken("gone", wire::cut);
    }

    @Test
    @DisplayName("the server says nothing any more: 503 in bounded time, and back by itself")
    void silent() throws Exception {
        broken("silent", wire::silence);
    }

    private static void broken(String how, Runnable breaks) throws Exception {
        Fault fault = open(how);
        fault.begin(CLIENTS);
        fault.more(201, ENOUGH);
        breaks.run();
        long noticed = fault.untilReady(false);
        assertEquals(200, fault.health("live"));
        fault.more(503, CLIENTS);
        wire.mend();
        long healthy = fault.untilReady(true);
        fault.more(201, ENOUGH);
        fault.end();
        fault.tell("database " + how, noticed, healthy);
        check(fault);
    }

    private static void check(Fault fault) {
        fault.checkPolite();
        assertTrue(fault.slowestRefusal() < REFUSED_MS, () -> fault.slowestRefusal() + " ms");
        fault.checkNothingLost();
    }

    @Test
    @DisplayName("somebody locks a table and the pool runs dry: 503 soon, alive; the lock goes: sales go on")
    void exhausted() throws Exception {
        Fault fault = open("exhausted");
        fault.begin(4 * CLIENTS);
        fault.more(201, ENOUGH);
        try (Connection owner = DriverManager.getConnection(
                        database.get("BOTTEGA_DB_URL"),
                        database.get("BOTTEGA_DB_OWNER_USER"),
                        database.get("BOTTEGA_DB_OWNER_PASSWORD"));
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table sales_purchase in access exclusive mode");
            fault.more(503, 4 * CLIENTS);
            assertEquals(200, fault.health("live"));
            owner.rollback();
        }
        long healthy = fault.untilReady(true);
        fault.more(201, ENOUGH);
        fault.end();
        fault.tell("pool exhausted", healthy);
        check(fault);
    }

    @Test
    @DisplayName("the mail server is away: sales go on, their mails wait; back: each mail is sent once")
    void withoutPost() throws Exception {
        Fault fault = open("unposted");
        post.down();
        fault.begin(2);
        fault.more(201, ENOUGH);
        fault.end();
        assertEquals(0, fault.count(503));
        String queued = "SELECT COUNT(*) FROM core_mail WHERE tenant_id = 'unposted' AND state ";
        await("attempts").atMost(SOON).until(() -> !count(queued + "= 'QUEUED' AND due_error IS NOT NULL")
                .equals("0"));
        assertEquals("0", count(queued + "<> 'QUEUED'"));
        int before = post.byMessageId().size();
        post.up();
        long start = System.nanoTime();
        await("mails").atMost(Duration.ofSeconds(60)).until(() -> count(queued + "<> 'SENT'")
                .equals("0"));
        fault.tell("mail server away", (System.nanoTime() - start) / 1_000_000);
        fault.checkNothingLost();
        assertEquals(3 * fault.wishes(), post.byMessageId().size() - before, "mails of each sale");
        assertTrue(post.byMessageId().values().stream().allMatch(times -> times == 1), "each once");
    }

    private static String count(String sql) {
        return platform.probe().sql(sql).get(0);
    }
}
