package org.bottega.core.outbox;

import org.bottega.core.testing.TestPlatform;

/** The outbox of one node, put together as the runtime does it; several can share one database. */
final class Node {

    final OutboxRows rows;
    final Subscriptions subscriptions;
    final Listeners listeners;
    final LaneQueue queue;
    final Outbox outbox;
    final Courier courier;
    final DueLanes due;
    final OutboxReport report;
    private final TestPlatform platform;

    Node(TestPlatform platform) {
        this.platform = platform;
        rows = new OutboxRows(platform.store("core"), platform.ids());
        subscriptions = new Subscriptions(rows, platform.modules(), platform.callers(), platform.unitOfWork());
        listeners = new Listeners(subscriptions, platform.modules());
        queue = new LaneQueue(platform.unitOfWork());
        outbox = new Outbox(rows, subscriptions, queue, platform.callers(), platform.clock());
        courier = new Courier(rows, listeners, platform.callers(), platform.unitOfWork(), platform.clock());
        due = new DueLanes(platform.dueRows(), platform.tenants(), listeners, platform.clock());
        report = new OutboxReport(platform.store("core"));
    }

    /** A listener of this node. */
    Probe probe(String id) {
        Probe probe = new Probe(platform.unitOfWork(), id);
        listeners.bind(probe);
        return probe;
    }

    /** Publishes {@code <aggregate><number>} for each number, in one unit of work. */
    void publish(String tenant, String aggregate, int... numbers) {
        platform.as(tenant, () -> platform.unitOfWork().run(() -> {
            for (int number : numbers) {
                outbox.publish(Happened.of(aggregate, number));
            }
        }));
    }

    /** Runs all lanes that have something due until they have not. */
    void drain() {
        boolean more = true;
        while (more) {
            more = false;
            for (Lane lane : due.find()) {
                more |= courier.run(lane) != Courier.Outcome.NOTHING;
            }
        }
    }
}
