package org.bottega.core.outbox;

import org.bottega.core.testing.TestPlatform;

/** A tenant's outbox in which one event fails, for tests of the console. */
public final class TestOutbox {

    private final Node node;
    private final Probe probe;
    private final OutboxDesk desk;

    public TestOutbox(TestPlatform platform) {
        platform.module(new ProbeModule());
        node = new Node(platform);
        probe = node.probe("probe.listener").refuse("A1");
        desk = new OutboxDesk(node.report, node.queue, platform.unitOfWork(), platform.callers(), platform.audit());
    }

    public OutboxDesk desk() {
        return desk;
    }

    /** Publishes two events, of which the first fails. */
    public void fail(String tenant) {
        node.publish(tenant, "A", 1, 2);
        node.drain();
    }

    /** Publishes one event that will be delivered. */
    public void publish(String tenant) {
        node.publish(tenant, "B", 1);
        node.drain();
    }

    /** Lets the event succeed from now on. */
    public void mend() {
        probe.accept("A1");
    }

    /** Delivers what is due. */
    public void drain() {
        node.drain();
    }
}
