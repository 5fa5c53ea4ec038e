package org.bottega.core.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bottega.core.outbox.OutboxReport.Failed;
import org.bottega.core.outbox.OutboxReport.Waiting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.bottega.persistence.testing.TestDatabase#kinds")
class OutboxTest extends OutboxFixture {

    @Test
    @DisplayName("what is rolled back was never published")
    void rollback() {
        assertThrows(
                IllegalStateException.class,
                () -> platform.as(tenant, () -> platform.unitOfWork().run(() -> {
                    node.outbox.publish(Happened.of("A", 1));
                    throw new IllegalStateException("no");
                })));
        node.drain();
        assertEquals(List.of(), probe.attempts());
        assertEquals(List.of(), waiting());
        assertThrows(
                IllegalStateException.class,
                () -> platform.as(tenant, () -> node.outbox.publish(Happened.of("A", 2))),
                "outside a unit of work");
    }

    @Test
    @DisplayName("what is published while the marketplace is suspended waits, and is delivered when it goes on")
    void suspended() {
        platform.as(tenant, () -> platform.tenants().suspend(tenant, "unpaid"));
        node.publish(tenant, "A", 1);
        assertEquals(List.of(), List.copyOf(node.due.find()));
        assertEquals(Courier.Outcome.NOTHING, node.courier.run(new Lane(tenant, ID)));
        assertEquals(List.of(), probe.heard());
        platform.as(tenant, () -> platform.tenants().resume(tenant));
        node.drain();
        assertEquals(List.of("A1"), probe.heard());
    }

    @Test
    @DisplayName("a failing event holds its own aggregate, in order; others go on")
    void orderUnderFailure() {
        probe.refuse("A2");
        node.publish(tenant, "A", 1, 2, 3);
        node.publish(tenant, "B", 1, 2);
        node.drain();
        node.publish(tenant, "A", 4);
        node.publish(tenant, "B", 3);
        node.drain();
        assertEquals(List.of("A1", "B1", "B2", "B3"), probe.heard());
        assertEquals(1, failed().get(0).attempts());
        probe.accept("A2");
        later(Duration.ofMillis(999));
        assertEquals(4, probe.heard().size());
        later(Duration.ofMillis(1));
        assertEquals(List.of("A1", "B1", "B2", "B3", "A2", "A3", "A4"), probe.heard());
        assertEquals(List.of(), waiting());
    }

    @Test
    @DisplayName("a batch with one bad event is delivered one by one, and what the listener writes is written once")
    void batchThenSingle() {
        probe.also(() -> platform.audit().record("probe", "x", Map.of()));
        probe.refuse("A57");
        IntStream.range(0, 150).forEach(i -> node.publish(tenant, i == 57 ? "A" : "X", i));
        node.drain();
        List<String> expected = IntStream.range(0, 150)
                .filter(i -> i != 57)
                .mapToObj(i -> "X" + i)
                .toList();
        assertEquals(expected, probe.heard());
        assertEquals(149, auditLines());
        probe.accept("A57");
        later(Duration.ofSeconds(1));
        assertEquals(150, auditLines());
        assertTrue(probe.heard().contains("A57"));
    }

    @Test
    @DisplayName("an event that fails twelve times is parked, holds its aggregate, and is revived by hand")
    void parked() {
        probe.refuse("A1");
        node.publish(tenant, "A", 1, 2);
        node.drain();
        for (int attempt = 1; attempt < 12; attempt++) {
            Failed failed = failed().get(0);
            assertEquals(attempt, failed.attempts());
            long seconds = Math.min(300, 1L << (attempt - 1));
            assertEquals(platform.clock().instant().plusSeconds(seconds), failed.dueAt());
            later(Duration.ofSeconds(seconds));
        }
        Failed parked = failed().get(0);
        assertEquals(12, parked.attempts());
        assertEquals(null, parked.dueAt());
        assertEquals("IllegalArgumentException: cannot bear A1", parked.error());
        assertEquals("probe.Happened", parked.type());
        probe.accept("A1");
        node.publish(tenant, "A", 3);
        node.publish(tenant, "B", 1);
        later(Duration.ofDays(1));
        assertEquals(List.of("B1"), probe.heard());
        Waiting waiting = waiting().get(0);
        assertEquals(List.of(3L, 0L, 1L), List.of(waiting.all(), waiting.failing(), waiting.parked()));
        assertEquals(
                1, (int) platform.as(tenant, () -> platform.unitOfWork().call(() -> node.report.retry(parked.id()))));
        node.drain();
        assertEquals(List.of("B1", "A1", "A2", "A3"), probe.heard());
        assertEquals(List.of(), waiting());
    }
}
