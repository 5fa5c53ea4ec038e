package org.bottega.core.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bottega.api.Callers;
import org.bottega.api.Ids;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.TenantClocks.Move;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Clocks and their moves as they are stored; each method is a unit of work in the current caller's tenant. */
@Component(service = Moves.class)
public final class Moves {

    /** Who is at a move and gives no sign of life for so long has lost it to the next. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** Somebody else is at the move now. */
    static final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeaseLost(String id) {
            super("move " + id + " of a clock went to somebody else");
        }
    }

    private final ClockRows rows;
    private final UnitOfWork unit;
    private final Callers callers;
    private final Ids ids;
    private final Times times;

    @Activate
    public Moves(
            @Reference(target = "(unit=core)") Store store,
            @Reference UnitOfWork unit,
            @Reference Callers callers,
            @Reference Ids ids,
            @Reference Times times) {
        this.rows = new ClockRows(store);
        this.unit = unit;
        this.callers = callers;
        this.ids = ids;
        this.times = times;
    }

    String tenant() {
        return callers.current().tenant();
    }

    /** Whether the caller is confined to one seller. */
    boolean isConfined() {
        return callers.current().confinedTo().isPresent();
    }

    Instant real() {
        return times.real();
    }

    /** The tenant's time as it is stored. */
    Instant now() {
        return unit.call(
                () -> rows.read().map(reading -> reading.at(times.real())).orElseGet(times::real));
    }

    Optional<Move> newest() {
        return unit.call(rows::newest);
    }

    Optional<Move> find(String id) {
        return unit.call(() -> rows.find(id));
    }

    /** Stops the clock and begins a move. */
    void begin(Instant from, Instant to) {
        unit.run(() -> {
            rows.insert(ids.next(), from, to, times.real());
            set(Reading.standing(from));
        });
    }

    /** Lets a stuck move go on. */
    void revive(String id, Instant to) {
        unit.run(() -> rows.revive(id, to, times.real()));
    }

    /** Takes a move that nobody is at, and returns the end of the lease; empty when it is not to be had. */
    Optional<Instant> claim(String id) {
        return unit.call(() -> {
            Instant lease = times.real().plus(LEASE);
            return rows.claim(id, times.real(), lease) ? Optional.of(lease) : Optional.empty();
        });
    }

    /** Shows that somebody is at it still; returns the new end of the lease. */
    Instant renew(String id, Instant held) {
        return unit.call(() -> extend(id, held, LEASE));
    }

    /** Gives it back, to be gone on with in a while. */
    void release(Move move, Instant held, Duration again) {
        unit.run(() -> {
            extend(move.id(), held, again);
            rows.note(move);
        });
    }

    /** Sets the clock to the next instant and notes how far it is. */
    Instant step(Move move, Instant held, Instant to) {
        return unit.call(() -> {
            Instant lease = extend(move.id(), held, LEASE);
            rows.note(move);
            set(Reading.standing(to));
            return lease;
        });
    }

    /** Lets the clock run on from where it stands. */
    void end(Move move, Instant held) {
        unit.run(() -> {
            extend(move.id(), held, LEASE);
            rows.note(move);
            rows.done(move.id(), times.real());
            set(Reading.running(now(), times.real()));
        });
    }

    private Instant extend(String id, Instant held, Duration by) {
        Instant lease = times.real().plus(by);
        if (!rows.renew(id, held, lease)) {
            throw new LeaseLost(id);
        }
        return lease;
    }

    private void set(Reading reading) {
        String tenant = tenant();
        rows.write(reading);
        unit.afterCommit(() -> times.changed(tenant, reading));
    }
}
