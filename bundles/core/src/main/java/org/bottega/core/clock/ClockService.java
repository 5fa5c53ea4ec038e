package org.bottega.core.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Audit;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.TenantClocks;
import org.bottega.api.platform.Tenants;
import org.bottega.core.deadline.Wake;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Begins moves of clocks; {@link ClockMover} makes them. */
@Component
public final class ClockService implements TenantClocks {

    private static final int YEARS = 10;

    private final Moves moves;
    private final Tenants tenants;
    private final UnitOfWork unit;
    private final Audit audit;
    private final Wake wake;

    @Activate
    public ClockService(
            @Reference Moves moves,
            @Reference Tenants tenants,
            @Reference UnitOfWork unit,
            @Reference Audit audit,
            @Reference Wake wake) {
        this.moves = moves;
        this.tenants = tenants;
        this.unit = unit;
        this.audit = audit;
        this.wake = wake;
    }

    @Override
    public Reading show() {
        boolean movable = tenant().sandbox();
        return unit.call(() ->
                new Reading(moves.now(), moves.real(), movable, moves.newest().orElse(null)));
    }

    @Override
    public Reading advance(String by) {
        Span span = Span.parse(by);
        ZoneId zone = tenant().zone();
        return begin("by", from -> span.after(from, zone));
    }

    @Override
    public Reading advanceTo(Instant to) {
        if (to == null) {
            throw Problem.invalid("instant-missing", "to", "an instant such as 2026-03-01T12:00:00Z");
        }
        return begin("to", from -> to.truncatedTo(ChronoUnit.MILLIS));
    }

    /** The end of a move that begins at {@code from}. */
    private interface End {
        Instant of(Instant from);
    }

    private Reading begin(String field, End end) {
        Tenant tenant = movable();
        return unit.call(() -> {
            Optional<Move> last = free(tenant);
            Instant from = moves.now();
            Instant to = checked(field, from, end.of(from));
            if (last.isPresent()) {
                moves.revive(last.get().id(), to);
            } else {
                moves.begin(from, to);
            }
            audit.record("clock.advance", tenant.id(), Map.of("from", from, "to", to));
            wake.afterCommit();
            return show();
        });
    }

    private Tenant movable() {
        if (moves.isConfined()) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, "seller-confined", "the clock is moved by the marketplace's own people");
        }
        Tenant tenant = tenant();
        if (!tenant.sandbox()) {
            throw Problem.conflict(
                    "clock-not-movable", "only the clock of a sandbox can be moved; this is a live tenant");
        }
        if (tenant.suspendedAt() != null) {
            throw Problem.conflict("tenant-suspended", "the marketplace is suspended: its deadlines wait");
        }
        return tenant;
    }

    /** The stuck move to go on with, if any; refuses while one is under way. */
    private Optional<Move> free(Tenant tenant) {
        boolean alone = unit.tryLock("core.clock." + tenant.id());
        Optional<Move> last = moves.newest().filter(move -> move.state() != State.DONE);
        if (!alone || last.filter(move -> move.state() == State.MOVING).isPresent()) {
            throw Problem.conflict("clock-moving", "the clock is being moved; wait for the end of that")
                    .retryAfter(1);
        }
        return last;
    }

    private Instant checked(String field, Instant from, Instant to) {
        if (!to.isAfter(from)) {
            throw Problem.invalid("clock-backward", field, "a time after " + from + ": clocks move forward only");
        }
        Instant most = moves.real().atZone(ZoneOffset.UTC).plusYears(YEARS).toInstant();
        if (to.isAfter(most)) {
            throw Problem.invalid("clock-too-far", field, "not after " + most + ": ten years ahead of real time");
        }
        return to;
    }

    private Tenant tenant() {
        return tenants.find(moves.tenant()).orElseThrow(() -> Problem.notFound("tenant", moves.tenant()));
    }
}
