package org.bottega.core.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.platform.AuditLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.bottega.persistence.testing.TestDatabase#kinds")
@DisplayName("Deliveries that failed")
class OutboxDeskTest extends OutboxFixture {

    private OutboxDesk desk;
    private Lane lane;

    @BeforeEach
    void twoFailed() {
        desk = new OutboxDesk(node.report, node.queue, platform.unitOfWork(), platform.callers(), platform.audit());
        lane = new Lane(tenant, ID);
        probe.refuse("A1").refuse("B1");
        node.publish(tenant, "A", 1);
        node.publish(tenant, "B", 1);
        node.drain();
        assertEquals(2, failed().size());
        probe.accept("A1");
        probe.accept("B1");
    }

    private List<String> audit() {
        return platform
                .as(tenant, () -> platform.core().audit().list("outbox.retry", PageRequest.of(5, null)))
                .items()
                .stream()
                .map(AuditLog.Entry::subject)
                .toList();
    }

    @Test
    @DisplayName("are made at once by hand, one or all, each time with a line in the audit; none twice")
    void retry() {
        String first = failed().get(0).id();
        platform.as(tenant, () -> desk.retry(first));
        assertEquals(Courier.Outcome.EMPTIED, node.courier.run(lane));
        assertEquals(List.of("A1"), probe.heard());
        assertEquals(List.of(first), audit());
        Problem gone = assertThrows(Problem.class, () -> platform.as(tenant, () -> desk.retry(first)));
        assertEquals("delivery-not-found", gone.code());

        assertEquals(1, (int) platform.as(tenant, desk::retryAll));
        node.courier.run(lane);
        assertEquals(List.of("A1", "B1"), probe.heard());
        assertEquals(0, (int) platform.as(tenant, desk::retryAll));
        assertEquals(2, audit().size());
    }

    @Test
    @DisplayName("are announced to this node's workers when they are to be made again")
    void announcedAgain() {
        forgetAnnounced();
        platform.as(tenant, desk::retryAll);
        assertEquals(Optional.of(lane), announced());
    }

    private final List<String> told = new ArrayList<>();
    private final AtomicInteger pulses = new AtomicInteger();

    private void drain() {
        new TenantOutbox(node.rows, node.courier, node.listeners, platform.callers(), platform.unitOfWork())
                .drain(tenant, told::add, pulses::incrementAndGet);
    }

    @Test
    @DisplayName("are tried three times in all while a clock is moved, then told")
    void drained() {
        probe.refuse("B1");
        node.publish(tenant, "C", new int[250]);
        drain();
        assertEquals(TenantOutbox.TRIES, failed().get(0).attempts());
        assertEquals(251, probe.heard().size());
        assertEquals(1, told.size(), told.toString());
        assertEquals(
                "delivery " + failed().get(0).id() + " to " + ID + " failed: IllegalArgumentException: cannot bear B1",
                told.get(0));
        assertTrue(pulses.get() >= 3, pulses + " pulses");
    }

    @Test
    @DisplayName("to a listener that is away are told, and wait")
    void away() {
        node.publish(tenant, "C", 1);
        node.listeners.unbind(probe);
        drain();
        assertEquals("listener " + ID + " does not run: deliveries to it wait", told.get(0));
        assertEquals(3, told.size(), told.toString());
        assertEquals(List.of(), probe.heard());
    }
}
