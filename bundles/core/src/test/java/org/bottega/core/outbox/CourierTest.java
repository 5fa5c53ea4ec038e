package org.bottega.core.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.bottega.api.Caller;
import org.bottega.core.outbox.Courier.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.bottega.persistence.testing.TestDatabase#kinds")
@DisplayName("A run of a lane")
class CourierTest extends OutboxFixture {

    private Lane lane;

    @BeforeEach
    void lane() {
        lane = new Lane(tenant, ID);
    }

    private Outcome run() {
        return node.courier.run(lane);
    }

    private void publish(String aggregate, int howMany) {
        node.publish(tenant, aggregate, IntStream.range(0, howMany).toArray());
    }

    @Test
    @DisplayName("says whether there may be more: after a full batch, not after one that is one short")
    void more() {
        assertEquals(Outcome.NOTHING, run());
        publish("A", Courier.BATCH - 1);
        assertEquals(Outcome.EMPTIED, run());
        assertEquals(Outcome.NOTHING, run());
        publish("A", Courier.BATCH);
        assertEquals(Outcome.MORE, run());
        assertEquals(Outcome.NOTHING, run());
    }

    @Test
    @DisplayName("one by one is no longer than a batch, and says the same")
    void singly() {
        probe.refuse("B0");
        publish("B", 1);
        publish("A", Courier.BATCH + 1);
        assertEquals(Outcome.MORE, run());
        assertEquals(Courier.BATCH - 1, probe.heard().size());
        assertEquals(Outcome.EMPTIED, run());
        assertEquals(Courier.BATCH + 1, probe.heard().size());

        probe.refuse("C1");
        node.publish(tenant, "C", 0, 1);
        assertEquals(Outcome.EMPTIED, run());
        assertTrue(probe.heard().contains("C0"));
        assertEquals(2, failed().size());
    }

    @Test
    @DisplayName("that another has is left to him, and nothing of it is done")
    void busy() {
        publish("A", 1);
        platform.as(tenant, () -> platform.unitOfWork().run(() -> {
            assertTrue(platform.unitOfWork().tryLock(lane.lock()));
            assertEquals(Outcome.BUSY, CompletableFuture.supplyAsync(this::run).join());
        }));
        assertEquals(List.of(), probe.attempts());
        assertEquals(Outcome.EMPTIED, run());
        assertEquals(List.of("A0"), probe.heard());
    }

    @Test
    @DisplayName("takes what came in behind a failure out of sight, so that nobody looks for it again and again")
    void blocked() {
        probe.refuse("A0");
        publish("A", 2);
        assertEquals(Outcome.EMPTIED, run());
        node.publish(tenant, "A", 2, 3);
        assertEquals(Set.of(lane), node.due.find());
        assertEquals(Outcome.NOTHING, run());
        assertEquals(Set.of(), node.due.find());
        probe.accept("A0");
        later(Duration.ofSeconds(1));
        assertEquals(List.of("A0", "A1", "A2", "A3"), probe.heard());
    }

    @Test
    @DisplayName("is announced when the unit of work has committed, not before, and not when it is rolled back")
    void announcedAtCommit() {
        forgetAnnounced();
        platform.as(tenant, () -> platform.unitOfWork().run(() -> {
            node.outbox.publish(Happened.of("A", 1));
            assertEquals(Optional.empty(), announced());
        }));
        assertEquals(Optional.of(lane), announced());
        assertThrows(
                IllegalStateException.class,
                () -> platform.as(tenant, () -> platform.unitOfWork().run(() -> {
                    node.outbox.publish(Happened.of("A", 2));
                    throw new IllegalStateException("no");
                })));
        assertEquals(Optional.empty(), announced());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "100, 100", "101, 100"})
    @DisplayName("goes on under the request that led to it, of which a hundred characters are kept")
    void request(int length, int kept) {
        AtomicReference<Caller> seen = new AtomicReference<>();
        probe.also(() -> seen.set(platform.callers().current()));
        Caller caller = Caller.system(tenant, "probe", "r".repeat(length));
        platform.callers().as(caller, () -> {
            platform.unitOfWork().run(() -> node.outbox.publish(Happened.of("A", 1)));
            return null;
        });
        assertEquals(Outcome.EMPTIED, run());
        assertEquals("r".repeat(kept), seen.get().request());
        assertEquals(ID, seen.get().id());
    }

    @Test
    @DisplayName("has aggregates of one to a hundred characters")
    void aggregates() {
        for (String bad : List.of("", "a".repeat(101))) {
            assertThrows(IllegalArgumentException.class, () -> node.publish(tenant, bad, 1));
        }
        node.publish(tenant, "a".repeat(100), 1);
        assertEquals(Outcome.EMPTIED, run());
        assertEquals(List.of("a".repeat(100) + "1"), probe.heard());
    }
}
