package org.bottega.sales.refund.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** When something is due next, if at all. */
@Embeddable
public class DuePart {

    @Column(name = "due_at")
    private Instant at;

    @Column(name = "due_attempts")
    private int attempts;

    @Column(name = "due_error")
    private String error;

    protected DuePart() {}

    DuePart(Instant at) {
        this.at = at;
    }

    Instant at() {
        return at;
    }

    void next(Instant then) {
        at = then;
        attempts = 0;
        error = null;
    }

    boolean isDue(Instant now) {
        return at != null && !at.isAfter(now);
    }
}
