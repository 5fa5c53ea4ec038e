package org.bottega.core.outbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bottega.api.PageRequest;
import org.bottega.core.outbox.OutboxReport.Failed;
import org.bottega.core.outbox.OutboxReport.Waiting;
import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** A platform with one module, one listener and, for each test, a tenant of its own. */
abstract class OutboxFixture {

    static final String ID = "probe.listener";
    static TestPlatform platform;
    static Node node;
    private static int tenants;

    @Parameter
    TestDatabase.Kind kind;

    String tenant;
    Probe probe;

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase.Kind kind) {
        platform = TestPlatform.on(kind);
        platform.module(new ProbeModule());
        node = new Node(platform);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        platform.close();
    }

    @BeforeEach
    void begin() {
        tenant = "shop-" + ++tenants;
        platform.newTenant(tenant);
        platform.enable(tenant, ProbeModule.ID);
        probe = node.probe(ID);
    }

    @AfterEach
    void end() {
        node.listeners.unbind(probe);
        platform.as(tenant, () -> platform.modules().disable(ProbeModule.ID));
    }

    List<Failed> failed() {
        return platform.as(tenant, () -> platform.unitOfWork().call(() -> node.report.failed(1000)));
    }

    List<Waiting> waiting() {
        return platform.as(tenant, () -> platform.unitOfWork().call(node.report::waiting));
    }

    long auditLines() {
        return platform.as(tenant, () -> platform.core().audit().list("probe", PageRequest.of(500, null)))
                .items()
                .size();
    }

    void later(Duration by) {
        platform.clock().advance(by);
        node.drain();
    }

    /** The next lane that was announced to workers, which is given back at once. */
    Optional<Lane> announced() {
        try {
            Optional<Lane> lane = node.queue.take(0);
            lane.ifPresent(taken -> node.queue.done(taken, false));
            return lane;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void forgetAnnounced() {
        assertTrue(Stream.generate(this::announced).anyMatch(Optional::isEmpty));
    }
}
