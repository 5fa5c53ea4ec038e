package org.bottega.ticketing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Ids;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What all of ticketing needs of the platform: who asks, when it is, one transaction, new ids, and the journal. */
@Component(service = Platform.class)
public final class Platform {

    private static final int ACTOR = 100;

    private final Callers callers;
    private final UnitOfWork unit;
    private final Clock clock;
    private final Ids ids;
    private final Journal journal;

    @Activate
    public Platform(
            @Reference Callers callers,
            @Reference UnitOfWork unit,
            @Reference Clock clock,
            @Reference Ids ids,
            @Reference Journal journal) {
        this.callers = callers;
        this.unit = unit;
        this.clock = clock;
        this.ids = ids;
        this.journal = journal;
    }

    public Caller caller() {
        return callers.current();
    }

    /**
     * The logged-in buyer who calls.
     *
     * @throws Problem 403 {@code buyers-only} when it is anybody else
     */
    public Caller buyer() {
        Caller caller = caller();
        if (caller.kind() != Caller.Kind.BUYER) {
            throw new Problem(Problem.Kind.FORBIDDEN, "buyers-only", "this is for a buyer who is logged in");
        }
        return caller;
    }

    /**
     * Goes on as the platform itself, which reaches what a buyer or a seller does not, after their right was checked.
     *
     * @param what names the work, for the audit log
     */
    public <T> T beyond(String what, Supplier<T> work) {
        Caller caller = caller();
        return callers.as(Caller.system(caller.tenant(), what, caller.request()), work::get);
    }

    /** Slug of the current tenant. */
    public String tenant() {
        return caller().tenant();
    }

    /** The present, cut to milliseconds as it is kept. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Runs {@code work} in one unit of work. */
    public <T> T inUnit(Supplier<T> work) {
        return unit.call(work);
    }

    /** Who asks, for the records: kind and id. */
    public String actor() {
        Caller caller = caller();
        String actor = caller.kind() + ":" + caller.id();
        return actor.length() <= ACTOR ? actor : actor.substring(0, ACTOR);
    }

    /** Refuses to go on inside a unit of work: what follows talks to the outside world. */
    public void refuseUnit() {
        if (unit.isOpen()) {
            throw new IllegalStateException("money never moves inside a unit of work");
        }
    }

    public Ids ids() {
        return ids;
    }

    public Journal journal() {
        return journal;
    }
}
