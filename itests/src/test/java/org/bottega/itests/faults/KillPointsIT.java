package org.bottega.itests.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Jars;
import org.bottega.itests.harness.MailServer;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The process ends at chosen points between a request and its mail; started again, the same wish under the same key is
 * answered, and everything has happened once. {@code -Dbottega.points=all} for all of them, {@code
 * 3,17} for some.
 */
@Order(62)
class KillPointsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static final MailServer POST = new MailServer().up();
    private static Platform platform;
    private static Shop shop;
    private static Sales sales;
    private static String offer;

    /** What was asked for at one point. */
    private record Wish(KillPoint point, Call call) {}

    @BeforeAll
    static void start() {
        Map<String, String> settings = new HashMap<>(POST.settings());
        settings.putAll(Platform.QUICK);
        platform = new Platform("points", settings).start();
        Path jar = Jars.ofClasses(
                platform.room().resolve("halt.jar"),
                "org/bottega/itests/halt/",
                Map.of(
                        "Bundle-ManifestVersion", "2",
                        "Bundle-SymbolicName", "org.bottega.itests.halt",
                        "Bundle-Version", "1.0.0",
                        "Bundle-Activator", "org.bottega.itests.halt.HaltActivator",
                        "Export-Package", "org.bottega.itests.halt",
                        "Import-Package", "org.osgi.framework,org.osgi.framework.hooks.weaving,org.apache.xbean.asm9"));
        platform.console().run("bundle:install -s -l 35 " + jar.toUri()).ok();
        shop = Shop.open(platform, List.of("sales"), "points").get(0);
        sales = new Sales(shop);
        offer = sales.offer();
        platform.stop();
        platform.start();
    }

    @AfterAll
    static void end() {
        platform.kill();
        POST.close();
    }

    @Test
    @DisplayName("ended at each point, started again, asked again: sold once, paid once, told once, mailed once")
    void points() throws Exception {
        int refunded = 0;
        int twice = 0;
        Set<String> keys = new HashSet<>();
        List<String> report = new ArrayList<>();
        for (KillPoint point : KillPoint.chosen()) {
            long healthy = endAt(point, keys);
            refunded += point.act() == KillPoint.Act.REFUND ? 1 : 0;
            twice += point.twice() ? 1 : 0;
            report.add("ended when " + point.name() + ": ready again after " + healthy + " ms");
        }
        report.forEach(System.out::println);
        check(keys.size(), refunded);
        long came =
                POST.byMessageId().values().stream().filter(times -> times > 1).count();
        int most = twice;
        assertTrue(came <= most, () -> "mails that came again under their Message-ID: " + POST.byMessageId());
    }

    /** Returns how long the start took afterwards. */
    private static long endAt(KillPoint point, Set<String> keys) {
        String key = UUID.randomUUID().toString();
        Wish wish = wish(point, key, keys);
        arm(point);
        if (point.act() == KillPoint.Act.FORWARD) {
            platform.console().run("clock:advance --tenant points P40D");
        } else {
            tryOnce(wish.call());
        }
        await("the end when " + point.name())
                .atMost(SOON)
                .until(() -> platform.server().filter(ProcessHandle::isAlive).isEmpty());
        new HaltFile(platform).delete();
        long start = System.nanoTime();
        platform.start();
        long healthy = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        if (wish.call() != null) {
            String first = again(wish).text("transaction");
            assertEquals(first, again(wish).text("transaction"), point.name());
        }
        return healthy;
    }

    private static Wish wish(KillPoint point, String key, Set<String> keys) {
        keys.add(key);
        Call sale = sales.purchaseCall(offer, Sales.APPROVED, Fault.email(key)).key(key);
        if (point.act() == KillPoint.Act.SALE) {
            return new Wish(point, sale);
        }
        if (point.act() == KillPoint.Act.FORWARD) {
            endMoves();
        }
        String transaction = shop.sendAsOne(sale).expect(201).text("transaction");
        settle();
        if (point.act() == KillPoint.Act.FORWARD) {
            return new Wish(point, null);
        }
        return new Wish(point, sales.refundCall(transaction).key(key + "-back"));
    }

    private static Answer again(Wish wish) {
        return shop.sendAsOne(wish.call()).expect(200, 201);
    }

    private static void tryOnce(Call call) {
        try {
            shop.sendAsOne(call).expect(200, 201);
        } catch (UncheckedIOException ended) {
            return;
        }
    }

    private static void arm(KillPoint point) {
        if (point.halt() == null) {
            POST.beforeAnswer(platform::kill);
        } else {
            new HaltFile(platform).write(point.halt());
        }
    }

    /** A move of the clock whose process died goes on when its lease is over: here at once. */
    private static void endMoves() {
        String moving = " WHERE tenant_id = 'points' AND state = 'MOVING'";
        sql("UPDATE core_clock_move SET due_at = {ts '2020-01-01 00:00:00'}" + moving);
        await("the clock's last move").atMost(SOON).until(() -> sql("SELECT id FROM core_clock_move" + moving)
                .isEmpty());
    }

    /** Until all events are heard and all mails sent; what a dead process had claimed is not waited for. */
    private static void settle() {
        sql("UPDATE core_mail SET due_at = {ts '2020-01-01 00:00:00'} WHERE tenant_id = 'points' AND state = 'QUEUED'");
        await("events and mails")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> sql("SELECT COUNT(*) FROM core_delivery WHERE tenant_id = 'points'")
                                .equals(List.of("0"))
                        && sql("SELECT COUNT(*) FROM core_mail WHERE tenant_id = 'points' AND state <> 'SENT'")
                                .equals(List.of("0")));
    }

    private static void check(int wishes, int refunded) {
        settle();
        String own = " WHERE tenant_id = 'points'";
        assertEquals(
                List.of(wishes + "\t" + wishes),
                sql("SELECT COUNT(*), COUNT(DISTINCT buyer_email) FROM sales_purchase" + own),
                "purchases");
        assertEquals(
                List.of(String.valueOf(refunded)),
                sql("SELECT COUNT(*) FROM sales_purchase" + own + " AND status = 'REFUNDED' AND refunded = amount"));
        String gateway = "SELECT COUNT(*) FROM sales_sandbox" + own + " AND refused = FALSE AND kind = ";
        assertEquals(List.of(String.valueOf(wishes)), sql(gateway + "'CHARGE'"), "charges");
        assertEquals(List.of(String.valueOf(refunded)), sql(gateway + "'REFUND'"), "money given back");
        assertEquals(
                List.of(),
                sql("SELECT event_type, aggregate FROM core_event" + own
                        + " AND (event_type LIKE '%Approved' OR event_type LIKE '%Refunded')"
                        + " GROUP BY event_type, aggregate HAVING COUNT(*) > 1"),
                "events told twice");
        for (String template : List.of("access", "receipt", "sale")) {
            assertEquals(
                    List.of(wishes + "\t" + wishes),
                    sql("SELECT COUNT(*), COUNT(DISTINCT about) FROM core_mail" + own + " AND template = '" + template
                            + "'"),
                    template);
        }
        String mails = sql("SELECT COUNT(*) FROM core_mail" + own).get(0);
        assertEquals(mails, String.valueOf(POST.byMessageId().size()), "each mail has one Message-ID");
    }

    private static List<String> sql(String sql) {
        return platform.probe().sql(sql);
    }
}
