package org.bottega.ticketing.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import org.bottega.api.Money;
import org.bottega.ticketing.Actor;

/** A ticket's refund request in sales, and how far it is. */
@Embeddable
public class CasePart {

    /** What a ticket was before money was asked for, and is again when sales refuses. */
    public enum Before {
        /** Nothing: it goes away. */
        NEW,
        /** A support ticket. */
        SUPPORT,
        /** Closed. */
        CLOSED
    }

    @Column(name = "case_id")
    private String id;

    @Column(name = "case_round")
    private int round;

    @Enumerated(EnumType.STRING)
    @Column(name = "case_before")
    private Before before;

    @Column(name = "case_reason")
    private String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "case_by")
    private Actor by;

    @Column(name = "case_at")
    private Instant at;

    @Column(name = "case_comment")
    private String comment;

    @Column(name = "grants")
    private int grants;

    @Column(name = "refusals")
    private int refusals;

    @Column(name = "amount")
    private Long amount;

    @Column(name = "currency")
    private String currency;

    protected CasePart() {}

    CasePart(Money part) {
        amount = part == null ? null : part.minor();
        currency = part == null ? null : part.currency();
    }

    /**
     * Who asks for money, and what becomes of his ticket unless he gets it.
     *
     * @param was what the ticket was before
     * @param why code of the reason
     * @param comment id of what he wrote with it, or null
     * @param command hash of the command, or null: the one that opened the ticket
     */
    public record Asking(Before was, String why, Actor by, Instant at, String comment, String command) {}

    /** Money is asked for, once more. */
    void begin(Asking asking) {
        reason = asking.why();
        by = asking.by();
        at = asking.at();
        comment = asking.comment();
        round++;
        before = asking.was();
        id = null;
        grants = 0;
        refusals = 0;
    }

    /** The reason that sales took. */
    String opened(String request) {
        id = request;
        answered();
        return reason;
    }

    void dropped() {
        id = null;
        answered();
    }

    private void answered() {
        before = null;
        by = null;
        at = null;
        comment = null;
    }

    /** From now on all that is left is asked for (D18). */
    public void whole() {
        amount = null;
        currency = null;
    }

    void grant() {
        grants++;
    }

    void refused() {
        refusals++;
    }

    /** Id of the request in sales, or null. */
    public String id() {
        return id;
    }

    /** Why money is asked for. */
    public String reason() {
        return reason;
    }

    /** How often money was asked for. */
    public int round() {
        return round;
    }

    /** What it was before, while it is OPENING. */
    public Before before() {
        return before;
    }

    /** Who asks, while it is OPENING. */
    public Actor by() {
        return by;
    }

    /** Since when he asks, while it is OPENING. */
    public Instant at() {
        return at;
    }

    /** Id of what he wrote with it, while it is OPENING, or null. */
    public String comment() {
        return comment;
    }

    /** How often the gateway was asked in this round. */
    public int grants() {
        return grants;
    }

    /** How often the gateway refused. */
    public int refusals() {
        return refusals;
    }

    /** What is to be given back, or null: all that is left. */
    public Money amount() {
        return amount == null ? null : new Money(amount, currency);
    }
}
