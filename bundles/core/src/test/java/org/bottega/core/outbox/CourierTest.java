package org.bottega.core.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bottega.core.outbox.Courier.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
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
    @DisplayName("takes what waits behind a failure out of sight, so that nobody looks for it again and again")
    void blocked() {
        probe.refuse("A0");
        publish("A", 3);
        run();
        while (run() != Outcome.NOTHING) {
            assertEquals(List.of(), probe.heard());
        }
        assertEquals(List.of(), List.copyOf(node.due.find()));
    }
}
