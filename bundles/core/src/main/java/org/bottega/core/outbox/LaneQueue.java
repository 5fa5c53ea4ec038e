package org.bottega.core.outbox;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bottega.api.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lanes of this node that may have something due, each once, first come first served. A lane that has more after one batch
 * goes to the end, so that a long one starves no other.
 */
@Component(service = LaneQueue.class)
public final class LaneQueue {

    private final UnitOfWork unit;
    private final Set<Lane> waiting = new LinkedHashSet<>();
    private final Set<Lane> running = new HashSet<>();

    @Activate
    public LaneQueue(@Reference UnitOfWork unit) {
        this.unit = unit;
    }

    /** Adds the lanes of these listeners once the open unit of work has committed. */
    void addAfterCommit(String tenant, List<String> listeners) {
        unit.afterCommit(() -> listeners.forEach(listener -> add(new Lane(tenant, listener))));
    }

    /** Adds a lane, unless it is waiting already. One that is running is run again. */
    synchronized void add(Lane lane) {
        if (waiting.add(lane)) {
            notifyAll();
        }
    }

    /** The next lane that no worker has, waiting up to {@code millis} for one. It is the caller's until {@link #done}. */
    synchronized Optional<Lane> take(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        Optional<Lane> next = next();
        for (long left = millis; next.isEmpty() && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
            next = next();
        }
        return next;
    }

    private Optional<Lane> next() {
        for (Iterator<Lane> lanes = waiting.iterator(); lanes.hasNext(); ) {
            Lane lane = lanes.next();
            if (running.add(lane)) {
                lanes.remove();
                return Optional.of(lane);
            }
        }
        return Optional.empty();
    }

    /** Gives a lane back; {@code again}: it has more. */
    synchronized void done(Lane lane, boolean again) {
        running.remove(lane);
        if (again) {
            waiting.add(lane);
        }
        notifyAll();
    }
}
