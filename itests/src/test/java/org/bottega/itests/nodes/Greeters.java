package org.bottega.itests.nodes;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bottega.itests.calls.HelloCalls;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.Shop;

/** A client at each node that greets without pause. */
final class Greeters {

    private final List<Shop> shops;
    private final String token;
    private final Platform renewed;
    private final ExecutorService threads;
    private final List<Future<?>> running = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger greeted = new AtomicInteger();
    private volatile boolean open = true;

    /**
     * One marketplace, at each of the nodes; nobody else greets in it.
     *
     * @param token of a client that may greet
     * @param renewed the node whose module is renewed
     */
    Greeters(List<Shop> shops, String token, Platform renewed) {
        this.renewed = renewed;
        this.shops = shops;
        this.token = token;
        this.threads = Executors.newFixedThreadPool(shops.size());
        shops.forEach(shop -> running.add(threads.submit(() -> work(shop))));
    }

    /** While the module is renewed at its node, longer than requests wait for it, a client may be told to come again. */
    private void work(Shop shop) {
        while (open) {
            Answer answer = shop.http().send(HelloCalls.greet(shop), token);
            boolean away = shop.platform() == renewed
                    && answer.status() == 503
                    && answer.header("Retry-After").isPresent();
            if (answer.status() == 201) {
                greeted.incrementAndGet();
            } else if (!away) {
                failures.add(answer.toString());
            }
        }
    }

    /** Ends them; none was refused, every greeting is there, and heard by the one version or the other. */
    void end() throws Exception {
        open = false;
        threads.shutdown();
        for (Future<?> client : running) {
            client.get(60, TimeUnit.SECONDS);
        }
        assertEquals(List.of(), List.copyOf(failures));
        assertTrue(greeted.get() > 0);
        Books books = new Books(shops.get(0));
        books.heard();
        String count = "SELECT COUNT(*) FROM hello_greetings WHERE tenant_id = %s";
        assertEquals(List.of(String.valueOf(greeted.get())), books.rows(count));
        await("all are heard").atMost(Duration.ofSeconds(30)).until(() -> books.rows(count + " AND heard_at IS NULL")
                .equals(List.of("0")));
    }
}
