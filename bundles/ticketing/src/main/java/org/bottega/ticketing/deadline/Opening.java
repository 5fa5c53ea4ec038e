package org.bottega.ticketing.deadline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bottega.api.Problem;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.TicketType;

/**
 * What starts the clock of a refund or cancellation: the ticket's opening, or its change from support to refund, which
 * starts afresh (TKT-26).
 *
 * @param at when, kept in milliseconds; from 1970 to 2200
 * @param actor who asks: customer, operator on the phone (as the customer, TKT-12) or seller; timers ask for nothing
 * @param type refund or cancellation; support has {@linkplain SupportClock other clocks}
 * @param immediate whether this seller's tickets are processed at once (TKT-18, D20)
 */
public record Opening(Instant at, Actor actor, TicketType type, boolean immediate) {

    private static final Instant LEAST = Instant.EPOCH;
    private static final Instant MOST = Instant.parse("2200-01-01T00:00:00Z");

    public Opening {
        at = moment("openedAt", at);
        if (actor == null || actor == Actor.SYSTEM) {
            throw Problem.invalid("actor-invalid", "actor", "CUSTOMER, SELLER or OPERATOR");
        }
        if (type == null || type == TicketType.SUPPORT) {
            throw Problem.invalid("type-invalid", "type", "REFUND or CANCELLATION");
        }
    }

    /** Of a seller who has his time to save the sale. */
    public static Opening of(Instant at, Actor actor, TicketType type) {
        return new Opening(at, actor, type, false);
    }

    /** This moment in milliseconds, if calendars can be trusted with it. */
    static Instant moment(String field, Instant at) {
        if (at == null || at.isBefore(LEAST) || at.isAfter(MOST)) {
            throw Problem.invalid("moment-out-of-range", field, "a moment from 1970 to 2200");
        }
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
