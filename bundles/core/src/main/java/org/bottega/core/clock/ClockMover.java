package org.bottega.core.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.bottega.api.platform.TenantClocks.Move;
import org.bottega.api.spi.DueWork;
import org.bottega.core.deadline.DueWorks;
import org.bottega.core.outbox.TenantOutbox;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves clocks: to the next due instant, then all that is due then, with its events and what they lead to, and on. A move
 * whose node dies is gone on with by the next that looks, from where the clock stands.
 */
@Component(service = ClockMover.class, immediate = true)
public final class ClockMover implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(ClockMover.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final DueWorks works;
    private final Moves moves;
    private final TenantDue due;
    private final TenantOutbox outbox;
    private final Duration pause;
    private volatile boolean stopping;

    @Activate
    public ClockMover(
            @Reference DueWorks works,
            @Reference Moves moves,
            @Reference TenantDue due,
            @Reference TenantOutbox outbox) {
        this(works, moves, due, outbox, Duration.ofSeconds(1));
    }

    /**
     * For tests.
     *
     * @param pause until all nodes know that the clock stands, and leave the tenant alone
     */
    public ClockMover(DueWorks works, Moves moves, TenantDue due, TenantOutbox outbox, Duration pause) {
        this.works = works;
        this.moves = moves;
        this.due = due;
        this.outbox = outbox;
        this.pause = pause;
        works.bind(this);
    }

    /** Leaves a move after the rows at hand; another node, or the next start, goes on. */
    @Deactivate
    public void stop() {
        stopping = true;
        works.unbind(this);
    }

    @Override
    public String id() {
        return "core.clock";
    }

    @Override
    public String module() {
        return "core";
    }

    @Override
    public String table() {
        return "core_clock_move";
    }

    @Override
    public boolean inUnitOfWork() {
        return false;
    }

    @Override
    public boolean realTime() {
        return true;
    }

    @Override
    public void process(String id) {
        Optional<Instant> lease = moves.claim(id);
        if (lease.isEmpty()) {
            return;
        }
        LockSupport.parkNanos(pause.toNanos());
        Run run = new Run(moves.find(id).orElseThrow(), lease.get());
        try {
            run.toTheEnd();
        } catch (Moves.LeaseLost e) {
            LOG.warn("{}", e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            moves.release(run.noted(), run.lease, AGAIN);
            throw e;
        }
    }

    /** One move of the current caller's tenant. */
    private final class Run {
        private final String tenant = moves.tenant();
        private final Move move;
        private final Report report;
        private Instant lease;
        private Instant now;
        private long steps;
        private long processed;

        Run(Move move, Instant lease) {
            this.move = move;
            this.report = new Report(move.failures());
            this.lease = lease;
            this.now = moves.now();
            this.steps = move.steps();
            this.processed = move.processed();
        }

        void toTheEnd() {
            due.absent()
                    .forEach(module -> report.accept("module " + module + " does not run: what is due of it waits"));
            settle();
            Optional<Instant> next = next();
            while (next.isPresent() && goesOn()) {
                step(next.get());
                settle();
                next = next();
            }
            if (!goesOn()) {
                moves.release(noted(), lease, Duration.ZERO);
            } else {
                step(move.to());
                moves.end(noted(), lease);
            }
        }

        private boolean goesOn() {
            return !stopping && due.goesOn(tenant);
        }

        private Optional<Instant> next() {
            return due.next(tenant).filter(at -> at.isAfter(now) && !at.isAfter(move.to()));
        }

        private void step(Instant to) {
            if (to.isAfter(now)) {
                steps++;
                lease = moves.step(noted(), lease, to);
                now = to;
            }
        }

        /** All that is due now, and what it leads to. */
        private void settle() {
            Map<DueWork, Map<String, Instant>> before = new HashMap<>();
            int done = 1;
            while (done > 0 && goesOn()) {
                outbox.drain(tenant, report, this::pulse);
                done = due.some(tenant, now, before, report);
                processed += done;
                pulse();
            }
        }

        private void pulse() {
            if (moves.real().plus(Moves.LEASE.dividedBy(2)).isAfter(lease)) {
                lease = moves.renew(move.id(), lease);
            }
        }

        private Move noted() {
            return new Move(
                    move.id(),
                    move.state(),
                    move.from(),
                    move.to(),
                    steps,
                    processed,
                    report.lines(),
                    move.begunAt(),
                    move.endedAt());
        }
    }
}
