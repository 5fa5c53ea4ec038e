package org.bottega.ticketing.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import org.bottega.ticketing.Actor;

/** What the clocks of a ticket count from. */
@Embeddable
public class ClockPart {

    @Column(name = "clock_from")
    private Instant from;

    @Enumerated(EnumType.STRING)
    @Column(name = "clock_by")
    private Actor by;

    @Enumerated(EnumType.STRING)
    @Column(name = "last_by")
    private Actor lastBy;

    @Column(name = "last_at")
    private Instant lastAt;

    @Column(name = "warned")
    private int warned;

    @Column(name = "warned_at")
    private Instant warnedAt;

    protected ClockPart() {}

    ClockPart(Actor by, Instant at) {
        start(by, at);
    }

    /** A clock begins, and it is touched. */
    public final void start(Actor who, Instant at) {
        by = who;
        from = at;
        touch(who, at);
    }

    /** Somebody did something: a new silence begins. */
    public void touch(Actor who, Instant at) {
        lastBy = who;
        lastAt = at;
        warned = 0;
        warnedAt = null;
    }

    /** Another warning went out. */
    public void warn(Instant at) {
        warned++;
        warnedAt = at;
    }

    /** Start of a refund's clock. */
    public Instant from() {
        return from;
    }

    /** Whose refund it is. */
    public Actor by() {
        return by;
    }

    /** Who touched the ticket last. */
    public Actor lastBy() {
        return lastBy;
    }

    /** When. */
    public Instant lastAt() {
        return lastAt;
    }

    /** Warnings of this silence. */
    public int warned() {
        return warned;
    }

    /** When the last of them went out, or null. */
    public Instant warnedAt() {
        return warnedAt;
    }
}
