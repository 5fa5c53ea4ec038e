package org.bottega.webhooks;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bottega.api.Caller;
import org.bottega.persistence.DueRows.Due;
import org.bottega.webhooks.Receiver.Got;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Servers that answer oddly, slowly or not at all. */
class AnswerTest extends HooksTest {

    @Test
    @DisplayName("a redirect is a failure and is not followed")
    void redirect() {
        Endpoints.Told told = add();
        receiver.answers(exchange -> {
            exchange.getResponseHeaders().add("Location", receiver.url("/elsewhere"));
            exchange.sendResponseHeaders(307, -1);
        });
        sell("shoe");
        now();
        assertEquals(List.of("/hook"), receiver.got().stream().map(Got::path).toList());
        assertEquals(307, log(told).get(0).lastStatus());
        assertEquals(DeliveryState.PENDING, log(told).get(0).state());
    }

    @Test
    @DisplayName("no answer in time, no end of an answer, and no server are failures that say what they are")
    void silent() {
        Endpoints.Told told = add();
        receiver.answers(exchange -> stand(Hooks.TIMEOUT * 2));
        sell("shoe");
        now();
        assertEquals("no answer in time", log(told).get(0).lastError());
        receiver.answers(exchange -> {
            exchange.getResponseHeaders().add("X-Long", "a".repeat(100_000));
            exchange.sendResponseHeaders(200, -1);
        });
        platform.advance(Duration.ofSeconds(5));
        assertTrue(
                log(told).get(0).lastError().contains("longer than"),
                log(told).get(0).lastError());
        receiver.close();
        platform.advance(Duration.ofMinutes(5));
        assertEquals("connection refused", log(told).get(0).lastError());
        assertEquals(3, whole(log(told).get(0)).attempts().size());
        receiver = new Receiver();
    }

    @Test
    @DisplayName("of a long answer the beginning is kept, its status counts")
    void longAnswer() {
        Endpoints.Told told = add();
        receiver.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] line = "0123456789".repeat(1000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(line);
            }
        });
        sell("shoe");
        now();
        assertEquals(DeliveryState.DELIVERED, log(told).get(0).state());
        assertEquals(1000, whole(log(told).get(0)).attempts().get(0).answer().length());
    }

    @Test
    @DisplayName("a slow endpoint does not hold up another")
    void slow() {
        add(receiver.url("/slow"), "shop.Sold");
        Endpoints.Told quick = add(receiver.url("/quick"), "shop.Sold");
        receiver.answers(exchange -> {
            stand(exchange.getRequestURI().getPath().equals("/slow") ? Hooks.TIMEOUT * 2 : 0);
            Receiver.answer(exchange, 200, "");
        });
        for (int i = 0; i < 12; i++) {
            sell("shoe-" + i);
        }
        platform.drain();
        List<String> due = due();
        assertEquals(24, due.size());
        long begun = System.nanoTime();
        due.forEach(this::process);
        assertTrue(System.nanoTime() - begun < Hooks.TIMEOUT * 3_000_000L, "sent side by side");
        await().until(hooks.send::isIdle);
        assertEquals(8, count("/slow"), "at once; the others are put off");
        assertTrue(delivered(quick) > 0);
        receiver.answers(200, "");
        platform.advance(Duration.ofSeconds(5));
        assertEquals(12, delivered(quick));
    }

    private List<String> due() {
        return platform
                .dueRows()
                .of("webhooks_delivery", tenant, platform.clock().instant(), 100)
                .stream()
                .map(Due::id)
                .toList();
    }

    private void process(String id) {
        platform.callers().as(Caller.system(tenant, "test", id), () -> {
            hooks.send.process(id);
            return null;
        });
    }

    private long count(String path) {
        return receiver.got().stream().filter(got -> got.path().equals(path)).count();
    }

    private long delivered(Endpoints.Told told) {
        return log(told).stream()
                .filter(row -> row.state() == DeliveryState.DELIVERED)
                .count();
    }

    private static void stand(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }
}
