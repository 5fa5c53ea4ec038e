package org.bottega.ticketing.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import org.bottega.ticketing.NextStep;

/** What is due next, and when. */
@Embeddable
public class DuePart {

    /** Later than anything: for what is sorted by when it is due, and is not. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    @Enumerated(EnumType.STRING)
    @Column(name = "next_step")
    private NextStep step;

    @Column(name = "queue_at")
    private Instant queue = NEVER;

    @Column(name = "due_at")
    private Instant at;

    @Column(name = "due_attempts")
    private int attempts;

    @Column(name = "due_error")
    private String error;

    protected DuePart() {}

    /** This is due then. */
    public void next(NextStep what, Instant when) {
        step = what;
        at = when;
        queue = when;
        attempts = 0;
        error = null;
    }

    /** The same is looked at again then, should whoever does it now not come to an end. */
    public void again(Instant when) {
        at = when;
        queue = when;
    }

    void nothing() {
        step = null;
        at = null;
        queue = NEVER;
        attempts = 0;
        error = null;
    }

    /** It is tried again then; null: parked, as the platform parks what failed too often. */
    void refused(String why, Instant again, int tries) {
        next(NextStep.PROCESS, again);
        if (again == null) {
            queue = NEVER;
            attempts = tries;
        }
        error = why;
    }

    /** What is due, or null. */
    public NextStep step() {
        return step;
    }

    /** When, or null. */
    public Instant at() {
        return at;
    }

    /** When, or the end of time. */
    public Instant queue() {
        return queue;
    }

    /** Why it could not be done, or null. */
    public String error() {
        return error;
    }
}
