package org.bottega.core.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bottega.core.deadline.Tracked;
import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.bottega.persistence.testing.TestDatabase#kinds")
class DispatcherTest {

    private static final Duration SOON = Duration.ofSeconds(120);

    /** After that long what failed first is tried again, whenever that was. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private static final String ID = "probe.listener";

    @Parameter
    TestDatabase.Kind kind;

    private TestPlatform platform;
    private Node node;
    private Node other;
    private Dispatcher dispatcher;

    @BeforeEach
    void open() {
        platform = TestPlatform.on(kind);
        platform.module(new ProbeModule());
        Stream.of("one", "two").forEach(tenant -> {
            platform.newTenant(tenant);
            platform.enable(tenant, ProbeModule.ID);
        });
        node = new Node(platform);
        other = new Node(platform);
        dispatcher = dispatcher(node);
    }

    @AfterEach
    void close() {
        dispatcher.stop();
        platform.close();
    }

    private Dispatcher dispatcher(Node node) {
        return new Dispatcher(
                node.courier,
                node.queue,
                node.due,
                node.subscriptions,
                platform.core().times());
    }

    @Test
    @DisplayName("two nodes deliver each event once, in order per aggregate, though some fail at first")
    void twoNodes() {
        Probe here = node.probe(ID);
        Probe there = other.probe(ID);
        here.refuse("A20").refuse("C3");
        there.refuse("A20").refuse("C3");
        Dispatcher second = dispatcher(other);
        try {
            CompletableFuture<?>[] publishers = Stream.of("A", "B", "C", "D")
                    .map(aggregate -> CompletableFuture.runAsync(() -> IntStream.range(0, 60)
                            .forEach(i -> (i % 2 == 0 ? node : other).publish("one", aggregate, i))))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(publishers).join();
            await().atMost(SOON)
                    .until(() ->
                            here.attempts().contains("A20") || there.attempts().contains("A20"));
            await().atMost(SOON)
                    .until(() ->
                            here.attempts().contains("C3") || there.attempts().contains("C3"));
            Stream.of(here, there).forEach(probe -> {
                probe.accept("A20");
                probe.accept("C3");
            });
            await().atMost(SOON).until(() -> {
                platform.clock().advance(AGAIN);
                return here.heard().size() + there.heard().size() >= 240;
            });
        } finally {
            second.stop();
        }
        List<String> all =
                Stream.concat(here.heard().stream(), there.heard().stream()).toList();
        assertEquals(240, all.stream().distinct().count());
        assertEquals(240, all.size());
        Stream.of("A", "B", "C", "D").forEach(aggregate -> {
            assertInOrder(here.heard(), aggregate);
            assertInOrder(there.heard(), aggregate);
        });
    }

    private static void assertInOrder(List<String> heard, String aggregate) {
        List<Integer> numbers = heard.stream()
                .filter(name -> name.startsWith(aggregate))
                .map(name -> Integer.valueOf(name.substring(1)))
                .toList();
        assertEquals(numbers.stream().sorted().toList(), numbers);
    }

    @Test
    @DisplayName("an event is delivered right after its commit; a bundle's stop waits for the batch it is at")
    void stopWaits() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Probe probe = node.probe(ID);
        probe.also(() -> {
            begun.countDown();
            waitFor(go);
        });
        node.publish("one", "A", 1, 2, 3);
        assertTrue(begun.await(SOON.toSeconds(), TimeUnit.SECONDS));
        Tracked<?> tracked = node.listeners.enter(new Lane("one", ID)).orElseThrow();
        tracked.leave();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> node.listeners.unbind(probe));
        await().atMost(SOON).until(tracked::isClosed);
        assertFalse(stop.isDone());
        assertEquals(List.of(), probe.heard());
        go.countDown();
        stop.get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertEquals(List.of("A1"), probe.heard(), "it stops at the next good point");
        Probe next = node.probe(ID);
        await().atMost(SOON).until(() -> next.heard().equals(List.of("A2", "A3")));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            if (!latch.await(SOON.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("a tenant with a long backlog does not hold up another's event")
    void backlog() {
        node.listeners.unbind(node.probe(ID));
        for (int i = 0; i < 24; i++) {
            node.publish("one", "A" + i, IntStream.range(0, 50).toArray());
        }
        other.publish("two", "B", 1);
        Probe probe = node.probe(ID);
        await().atMost(SOON).until(() -> probe.heard().size() == 24 * 50 + 1);
        int ahead = probe.heard().indexOf("B1");
        assertTrue(ahead < 24 * 50, "the backlog was gone before the other tenant had its turn");
    }
}
