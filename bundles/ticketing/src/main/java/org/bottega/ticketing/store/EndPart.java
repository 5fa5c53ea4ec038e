package org.bottega.ticketing.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.ClosedWhy;

/** How a ticket was closed last. */
@Embeddable
public class EndPart {

    @Column(name = "closed_at")
    private Instant at;

    @Enumerated(EnumType.STRING)
    @Column(name = "closed_by")
    private Actor by;

    @Enumerated(EnumType.STRING)
    @Column(name = "closed_why")
    private ClosedWhy why;

    @Column(name = "consent")
    private String consent;

    protected EndPart() {}

    void closed(Actor who, ClosedWhy reason, Instant when) {
        at = when;
        by = who;
        why = reason;
    }

    /** The customer agreed, by this comment; null: nobody asked him. */
    public void agreed(String comment) {
        consent = comment;
    }

    public Instant at() {
        return at;
    }

    public Actor by() {
        return by;
    }

    public ClosedWhy why() {
        return why;
    }

    /** The customer's comment by which he agreed, or null. */
    public String consent() {
        return consent;
    }
}
