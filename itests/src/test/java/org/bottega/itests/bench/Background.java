package org.bottega.itests.bench;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.HookServer;
import org.bottega.itests.harness.Shop;

/** How fast the platform's own threads are: events, due rows, webhooks; and switching a module. */
final class Background {

    private static final int TOGETHER = 100;
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofSeconds(15);

    private final List<Shop> shops;

    Background(List<Shop> shops) {
        this.shops = shops;
    }

    /** Events per second from the first one that is published, a hundred in a transaction, to the last that is heard. */
    double events(int count) {
        long before = told("heard");
        long from = System.nanoTime();
        for (int i = 0; i < count / TOGETHER; i++) {
            Shop shop = shops.get(i % shops.size());
            shop.send(work(shop, "events?count=" + TOGETHER)).expect(200);
        }
        return perSecond(count, from, "heard", before);
    }

    /** Rows per second from the instant at which all of them fall due. */
    double rows(int count) {
        long before = told("done");
        Instant due = Instant.now().plus(SOON);
        int each = 1000;
        for (int i = 0; i < count / each; i++) {
            Shop shop = shops.get(i % shops.size());
            shop.send(work(shop, "rows?count=" + each + "&due=" + due.toEpochMilli()))
                    .expect(200);
        }
        if (Instant.now().isAfter(due)) {
            throw new IllegalStateException("the rows were not written before they fell due");
        }
        await().atMost(SOON.multipliedBy(2)).until(() -> !Instant.now().isBefore(due));
        return perSecond(count, System.nanoTime(), "done", before);
    }

    private double perSecond(int count, long from, String what, long before) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(20)).until(() -> told(what) - before >= count);
        return count / ((System.nanoTime() - from) / 1e9);
    }

    /** Webhooks per second, from the first event that is published to the last one at an endpoint that answers at once. */
    double webhooks(int count) {
        AtomicInteger received = new AtomicInteger();
        try (HookServer server = new HookServer(event -> received.incrementAndGet())) {
            Shop shop = shops.get(0);
            String endpoint =
                    shop.send(server.addCall(shop, "bench.Ticked")).expect(201).text("endpoint");
            long from = System.nanoTime();
            for (int i = 0; i < count / TOGETHER; i++) {
                shop.send(work(shop, "events?count=" + TOGETHER)).expect(200);
            }
            await().atMost(LONG).pollInterval(Duration.ofMillis(20)).until(() -> received.get() >= count);
            double rate = count / ((System.nanoTime() - from) / 1e9);
            shop.send(Call.of("DELETE", shop.path("webhooks/endpoints/" + endpoint), null, null)
                            .without("Idempotency-Key"))
                    .expect(204);
            return rate;
        }
    }

    /** Milliseconds that switching a module on takes, with its data, at the median. */
    double enable(int times) {
        Shop shop = shops.get(1);
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            shop.send(toggle(shop, false)).expect(200);
            long from = System.nanoTime();
            shop.send(toggle(shop, true)).expect(200);
            took.add(System.nanoTime() - from);
        }
        return took.stream().sorted().skip(times / 2).findFirst().orElseThrow() / 1e6;
    }

    private static Call toggle(Shop shop, boolean on) {
        return Call.of("PUT", shop.path("modules/sales"), "application/json", "{\"on\":" + on + "}")
                .without("Idempotency-Key");
    }

    private static Call work(Shop shop, String what) {
        return Call.of("POST", shop.path("bench/work/" + what), null, null);
    }

    private long told(String what) {
        Shop shop = shops.get(0);
        return shop.send(Call.get(shop.path("bench/work")))
                .expect(200)
                .json()
                .path(what)
                .asLong();
    }
}
