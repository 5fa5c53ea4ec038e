package org.bottega.itests.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.RawHttp;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Clients that are slow on purpose, and many: everybody else is served meanwhile. */
@Order(84)
class SlowClientsIT {

    private static final int MANY = 10_000;

    /** More than the HTTP server has threads. */
    private static final int SLOW = 150;

    private static final long SERVED_MS = 4_000;
    /** So many bodies are waited for at once. */
    private static final int WAITED_FOR = 30;

    /** The server gives up on silent connections after 30 s; who is refused learns it long before. */
    private static final Duration SOONER_THAN_IDLE = Duration.ofSeconds(15);

    private static final Duration SECONDS = Duration.ofSeconds(5);

    private static Shop shop;
    private static Sales sales;
    private static int port;

    @BeforeAll
    static void open() {
        shop = Shop.open(Platform.shared(), List.of("sales"), "slow").get(0);
        sales = new Sales(shop);
        port = Platform.shared().httpPort();
    }

    /** Somebody buys; returns how long that took in milliseconds. */
    private static long served() {
        long start = System.nanoTime();
        sales.purchase();
        assertEquals(200, shop.http().send(Call.get("/health/ready"), null).status());
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** The slowest sale while the sloths drip, second by second. */
    private static long servedWhileDripping(Sloths sloths) {
        long[] slowest = new long[1];
        await("some seconds")
                .pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    sloths.drip();
                    slowest[0] = Math.max(slowest[0], served());
                    return ++rounds >= SECONDS.toSeconds();
                });
        rounds = 0;
        return slowest[0];
    }

    private static int rounds;

    @Test
    @DisplayName("heads that come letter by letter hold nobody up")
    void slowHeads() {
        try (Sloths sloths = new Sloths(port)) {
            sloths.come(SLOW, "GET /api/slow/sales/summary HTTP/1.1\r\nHost: h\r\nX: ");
            long slowest = servedWhileDripping(sloths);
            System.out.println(SLOW + " slow heads: slowest sale " + slowest + " ms");
            assertTrue(slowest < SERVED_MS, () -> slowest + " ms");
        }
    }

    @Test
    @DisplayName(
            "bodies that come letter by letter: few are waited for, the others told to come later, all else goes on")
    void slowBodies() {
        try (Sloths sloths = new Sloths(port)) {
            String head = new RawHttp(shop).head("POST", shop.path("sales/products"), "application/json");
            sloths.come(SLOW, head.replace("Transfer-Encoding: chunked", "Content-Length: 4000") + "{");
            await("refusals").atMost(SOONER_THAN_IDLE).until(() -> sloths.ended() >= SLOW - WAITED_FOR);
            long slowest = servedWhileDripping(sloths);
            System.out.println(SLOW + " slow bodies: slowest sale " + slowest + " ms");
            assertTrue(slowest < SERVED_MS, () -> slowest + " ms");
        }
    }

    @Test
    @DisplayName("readers who never read a download hold nobody up")
    void neverReading() {
        for (int i = 0; i < 40; i++) {
            sales.purchase();
        }
        try (Sloths sloths = new Sloths(port)) {
            String head = new RawHttp(shop)
                    .head("GET", shop.path("openapi.json"), "application/json")
                    .replace("Transfer-Encoding: chunked\r\n", "");
            sloths.come(SLOW, head.repeat(40));
            long slowest = servedWhileDripping(sloths);
            System.out.println(SLOW + " readers who do not read: slowest sale " + slowest + " ms");
            assertTrue(slowest < SERVED_MS, () -> slowest + " ms");
        }
    }

    @Test
    @DisplayName("10,000 open connections: those that are silent are closed, others are served, memory is bounded")
    void many() {
        long before = Platform.shared().machine().residentMegabytes();
        try (Sloths sloths = new Sloths(port)) {
            long start = System.nanoTime();
            sloths.come(MANY, "");
            long came = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            long served = served();
            long held = Platform.shared().machine().residentMegabytes();
            await("silent ones are sent away")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> sloths.ended() > MANY / 2);
            System.out.println(MANY + " connections came in " + came + " ms; a sale took " + served + " ms; " + before
                    + " MB before, " + held + " MB then");
            assertTrue(held - before < 200, () -> held - before + " MB more");
        }
        assertTrue(served() < SERVED_MS);
    }
}
