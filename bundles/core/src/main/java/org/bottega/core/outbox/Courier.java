package org.bottega.core.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.UnitOfWork;
import org.bottega.core.base.Inside;
import org.bottega.core.deadline.Backoff;
import org.bottega.core.deadline.Tracked;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one lane: a batch of deliveries in one unit of work, with what the listener writes. When the batch fails it is rolled
 * back and its deliveries are made one by one, so that only what cannot be delivered stays behind.
 */
@Component(service = Courier.class)
public final class Courier {

    /** How a run ended. */
    public enum Outcome {
        /** Nothing was due, or the listener is away, or off for the tenant. */
        NOTHING,
        /** All that was due was delivered or put off. */
        EMPTIED,
        /** There may be more. */
        MORE,
        /** Another worker, on this or another node, has the lane. */
        BUSY
    }

    static final int BATCH = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), 12);

    private final OutboxRows rows;
    private final Listeners listeners;
    private final Callers callers;
    private final UnitOfWork unit;
    private final Clock clock;
    private final Inside inside;
    private final EventJson json = new EventJson();

    @Activate
    public Courier(
            @Reference OutboxRows rows,
            @Reference Listeners listeners,
            @Reference Callers callers,
            @Reference UnitOfWork unit,
            @Reference(target = "(time=real)") Clock clock) {
        this.rows = rows;
        this.listeners = listeners;
        this.callers = callers;
        this.unit = unit;
        this.clock = clock;
        this.inside = new Inside(callers, unit);
    }

    /** Delivers one batch of the lane. */
    public Outcome run(Lane lane) {
        Optional<Tracked<Ear>> found = listeners.enter(lane);
        if (found.isEmpty()) {
            return Outcome.NOTHING;
        }
        Run run = new Run(lane, found.get());
        try {
            return run.batch();
        } finally {
            found.get().leave();
        }
    }

    private final class Run {
        private final Lane lane;
        private final Tracked<Ear> tracked;
        private Delivery current;

        Run(Lane lane, Tracked<Ear> tracked) {
            this.lane = lane;
            this.tracked = tracked;
        }

        Outcome batch() {
            try {
                return attempt(BATCH);
            } catch (RuntimeException | LinkageError e) {
                LOG.debug("Batch of {} is delivered one by one after {}", lane, e.toString());
                return singly();
            }
        }

        private Outcome singly() {
            for (int i = 0; i < BATCH; i++) {
                current = null;
                try {
                    Outcome outcome = attempt(1);
                    if (outcome != Outcome.MORE) {
                        return outcome == Outcome.NOTHING ? Outcome.EMPTIED : outcome;
                    }
                } catch (RuntimeException | LinkageError e) {
                    if (current == null) {
                        throw e;
                    }
                    failed(current, e);
                }
            }
            return Outcome.MORE;
        }

        private Outcome attempt(int limit) {
            return as(null, () -> {
                current = null;
                if (!unit.tryLock(lane.lock())) {
                    return Outcome.BUSY;
                }
                List<Delivery> taken = rows.take(lane.listener(), clock.instant(), limit);
                if (taken.isEmpty()) {
                    rows.holdBlocked(lane.listener(), BATCH);
                    return Outcome.NOTHING;
                }
                List<Delivery> done = new ArrayList<>(taken.size());
                for (Delivery delivery : taken) {
                    if (tracked.isClosed()) {
                        break;
                    }
                    current = delivery;
                    deliver(delivery);
                    done.add(delivery);
                }
                rows.delivered(lane.listener(), done);
                return tracked.isClosed() || taken.size() < limit ? Outcome.EMPTIED : Outcome.MORE;
            });
        }

        private void deliver(Delivery delivery) {
            callers.as(caller(delivery.told().request()), () -> {
                tracked.service().told().accept(json, delivery);
                return null;
            });
        }

        private void failed(Delivery delivery, Throwable failure) {
            Instant again = BACKOFF.next(clock.instant(), delivery.attempts() + 1);
            boolean tell = delivery.attempts() == 0 || again == null;
            LOG.warn(
                    "Delivery {} of {} to {} failed, {}: {}",
                    delivery.id(),
                    delivery.aggregate(),
                    lane,
                    again == null ? "parked" : "again at " + again,
                    Backoff.text(failure),
                    tell ? failure : null);
            as(delivery.told().request(), () -> {
                if (unit.tryLock(lane.lock())) {
                    rows.failed(lane.listener(), delivery, again, Backoff.text(failure));
                }
                return null;
            });
        }

        private <T> T as(String request, Supplier<T> work) {
            return inside.as(caller(request), work);
        }

        private Caller caller(String request) {
            return Caller.system(lane.tenant(), lane.listener(), request);
        }
    }
}
