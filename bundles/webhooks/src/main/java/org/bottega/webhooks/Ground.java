package org.bottega.webhooks;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.bottega.api.Audit;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Ids;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the module needs of the platform all the time. Its time is real time: attempts at the outside world. */
@Component(service = Ground.class)
public final class Ground {

    private final Callers callers;
    private final UnitOfWork unit;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public Ground(
            @Reference Callers callers,
            @Reference UnitOfWork unit,
            @Reference Audit audit,
            @Reference Ids ids,
            @Reference(target = "(time=real)") Clock clock) {
        this.callers = callers;
        this.unit = unit;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public Caller caller() {
        return callers.current();
    }

    /** Slug of the current tenant. */
    public String tenant() {
        return caller().tenant();
    }

    /** The real present, cut to milliseconds. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A new id for a row. */
    public String id() {
        return ids.next();
    }

    /** Runs {@code work} in one unit of work. */
    public <T> T inUnit(Supplier<T> work) {
        return unit.call(work);
    }

    /** Runs {@code work} as the platform itself, for a tenant. */
    public void as(String tenant, String what, String request, Runnable work) {
        callers.as(Caller.system(tenant, what, request), () -> {
            work.run();
            return null;
        });
    }

    /** Refuses to go on inside a unit of work: what follows talks to the outside world. */
    public void refuseUnit() {
        if (unit.isOpen()) {
            throw new IllegalStateException("nobody outside is asked inside a unit of work");
        }
    }

    /**
     * Refuses a caller confined to a seller: events tell of all sellers.
     *
     * @throws Problem 403 {@code seller-confined}
     */
    public void refuseConfined() {
        if (caller().seller() != null) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, "seller-confined", "this is for those who work for the whole marketplace");
        }
    }

    /** Writes an audit line. */
    public void note(String action, String subject, Map<String, ?> details) {
        audit.record(action, subject, details);
    }
}
