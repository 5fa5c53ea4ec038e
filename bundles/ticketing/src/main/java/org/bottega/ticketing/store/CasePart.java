package org.bottega.ticketing.store;

import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import org.bottega.api.Money;

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

    /** Money is asked for, once more. */
    void begin(Before was, String why) {
        reason = why;
        round++;
        before = was;
        id = null;
        grants = 0;
        refusals = 0;
    }

    /** The reason that sales took. */
    String opened(String request) {
        id = request;
        before = null;
        return reason;
    }

    void dropped() {
        id = null;
        before = null;
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
