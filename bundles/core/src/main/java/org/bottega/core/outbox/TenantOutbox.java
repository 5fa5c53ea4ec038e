package org.bottega.core.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.UnitOfWork;
import org.bottega.core.base.Inside;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Empties the outbox of one tenant, now and to the end, for one whose clock is being moved. */
@Component(service = TenantOutbox.class)
public final class TenantOutbox {

    /** A delivery that failed so often at once is left to be tried later. */
    static final int TRIES = 3;

    private static final int MOST = 1000;
    private static final Duration BUSY = Duration.ofMillis(20);

    private final OutboxRows rows;
    private final Courier courier;
    private final Listeners listeners;
    private final Inside inside;

    @Activate
    public TenantOutbox(
            @Reference OutboxRows rows,
            @Reference Courier courier,
            @Reference Listeners listeners,
            @Reference Callers callers,
            @Reference UnitOfWork unit) {
        this.rows = rows;
        this.courier = courier;
        this.listeners = listeners;
        this.inside = new Inside(callers, unit);
    }

    /**
     * Makes all deliveries, and those that they lead to. One that fails is tried again at once, a few times; what cannot be
     * made is told and left to be tried later, as ever.
     *
     * @param pulse called again and again
     */
    public void drain(String tenant, Consumer<String> failures, Runnable pulse) {
        for (Set<String> ready = ready(tenant, failures); !ready.isEmpty(); ready = ready(tenant, failures)) {
            boolean busy = false;
            for (String listener : ready) {
                Lane lane = new Lane(tenant, listener);
                Courier.Outcome outcome = courier.run(lane);
                while (outcome == Courier.Outcome.MORE) {
                    pulse.run();
                    outcome = courier.run(lane);
                }
                busy |= outcome == Courier.Outcome.BUSY;
            }
            pulse.run();
            if (busy) {
                LockSupport.parkNanos(BUSY.toNanos());
            }
        }
    }

    /** Listeners that have something to be delivered now. */
    private Set<String> ready(String tenant, Consumer<String> failures) {
        return inside.as(Caller.system(tenant, "core.clock", "clock"), () -> {
            Set<String> ready = new LinkedHashSet<>();
            for (String listener : rows.fresh()) {
                if (listeners.isHere(tenant, listener)) {
                    ready.add(listener);
                } else {
                    failures.accept("listener " + listener + " does not run: deliveries to it wait");
                }
            }
            return ready.isEmpty() ? again(tenant, failures) : ready;
        });
    }

    private Set<String> again(String tenant, Consumer<String> failures) {
        Set<String> ready = new LinkedHashSet<>();
        List<OutboxRows.Failed> again = new ArrayList<>();
        for (OutboxRows.Failed failed : rows.failed(MOST)) {
            if (failed.attempts() < TRIES && listeners.isHere(tenant, failed.listener())) {
                again.add(failed);
                ready.add(failed.listener());
            } else {
                failures.accept("delivery " + failed.id() + " to " + failed.listener() + " failed: " + failed.error());
            }
        }
        if (!again.isEmpty()) {
            rows.again(again);
        }
        return ready;
    }
}
