package org.bottega.core.outbox;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bottega.core.clock.Times;
import org.bottega.core.deadline.Backoff;
import org.bottega.core.deadline.Threads;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of the outbox: a few workers that run lanes, and a look every second for lanes that nobody announced. */
@Component(service = Dispatcher.class, immediate = true)
public final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int WORKERS = 3;
    private static final long MILLIS = 1000;

    private final Courier courier;
    private final LaneQueue lanes;
    private final DueLanes due;
    private final Subscriptions subscriptions;
    private final Times times;
    private final Set<Lane> later = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, Threads.named("bottega-outbox"));
    private final ScheduledExecutorService ticks =
            Executors.newSingleThreadScheduledExecutor(Threads.named("bottega-outbox-look"));
    private volatile boolean open = true;

    @Activate
    public Dispatcher(
            @Reference Courier courier,
            @Reference LaneQueue lanes,
            @Reference DueLanes due,
            @Reference Subscriptions subscriptions,
            @Reference Times times) {
        this.courier = courier;
        this.lanes = lanes;
        this.due = due;
        this.subscriptions = subscriptions;
        this.times = times;
        for (int i = 0; i < WORKERS; i++) {
            workers.execute(this::work);
        }
        ticks.scheduleWithFixedDelay(Threads.surviving("outbox", this::look), 0, MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Ends after the batches that are being delivered. */
    @Deactivate
    public void stop() {
        open = false;
        ticks.shutdown();
        workers.shutdown();
        Threads.await(List.of(ticks, workers));
    }

    private void look() {
        subscriptions.refresh();
        for (Lane lane : Set.copyOf(later)) {
            later.remove(lane);
            lanes.add(lane);
        }
        due.find().forEach(lanes::add);
    }

    private void work() {
        while (open) {
            try {
                lanes.take(MILLIS).ifPresent(this::run);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** While a tenant's clock is being moved, who moves it makes the deliveries: no other node knows the time so well. */
    private void run(Lane lane) {
        Courier.Outcome outcome = Courier.Outcome.BUSY;
        try {
            if (!times.stands(lane.tenant())) {
                outcome = courier.run(lane);
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} is run again in a second: {}", lane, Backoff.text(e), e);
        } finally {
            lanes.done(lane, outcome == Courier.Outcome.MORE);
        }
        if (outcome == Courier.Outcome.BUSY) {
            later.add(lane);
        }
    }
}
