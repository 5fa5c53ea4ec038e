package org.bottega.sales.payment;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bottega.api.spi.PaymentGateway.Outcome;

/**
 * The cards the sandbox gateway knows, and its slips. The number chooses what happens; any other number is a blocked card. An
 * outcome that {@code POST …/sandbox/payments/{transaction}} chooses takes the place of what the card would do.
 */
public enum TestCard {
    /** Approved at once; refunds are done at once. */
    APPROVED("4000000000000002", at(0, Outcome.APPROVED)),
    /** Refused: not enough money. */
    NO_FUNDS("4000000000000010", at(0, Outcome.NO_FUNDS)),
    /** Refused: the card is blocked. It is not kept for pre-orders either. */
    BLOCKED("4000000000000028", at(0, Outcome.BLOCKED)),
    /** Pending, then approved when asked a minute later or after; refunds take a minute too. */
    DELAYED("4000000000000036", at(0, Outcome.PENDING), at(1, Outcome.APPROVED)),
    /** Approved at once, and taken back by the bank five minutes later unless it was wholly refunded meanwhile. */
    CHARGEBACK("4000000000000044", at(0, Outcome.APPROVED), at(5, Outcome.CHARGED_BACK)),
    /** Under analysis, then approved a minute later. */
    REVIEWED("4000000000000051", at(0, Outcome.UNDER_REVIEW), at(1, Outcome.APPROVED)),
    /** Under analysis, then refused as blocked a minute later. */
    REJECTED("4000000000000069", at(0, Outcome.UNDER_REVIEW), at(1, Outcome.BLOCKED)),
    /** Pending, then refused for want of money a minute later. */
    DELAYED_NO_FUNDS("4000000000000077", at(0, Outcome.PENDING), at(1, Outcome.NO_FUNDS)),
    /** Pending, then unpaid a minute later because of the customer's bank; no further attempt helps. */
    UNPAID("4000000000000085", at(0, Outcome.PENDING), at(1, Outcome.UNPAID)),
    /** Like UNPAID, but the second attempt collects it. */
    UNPAID_THEN_PAID("4000000000000093", at(0, Outcome.PENDING), at(1, Outcome.UNPAID)),
    /** Approved, contested at the bank five minutes later, and won by the seller after a day. */
    DISPUTE_WON("4000000000000101", at(0, Outcome.APPROVED), at(5, Outcome.DISPUTED), at(24 * 60, Outcome.APPROVED)),
    /** Approved, contested at the bank five minutes later, and lost: taken back after a day. */
    DISPUTE_LOST(
            "4000000000000119", at(0, Outcome.APPROVED), at(5, Outcome.DISPUTED), at(24 * 60, Outcome.CHARGED_BACK)),
    /** No card: a printed slip. Nobody pays it unless the sandbox is told so. */
    SLIP("", at(0, Outcome.PRINTED));

    /** From so long after the command on it is this. */
    private record Phase(Duration after, Outcome outcome) {}

    private final String number;
    private final List<Phase> phases;

    TestCard(String number, Phase... phases) {
        this.number = number;
        this.phases = List.of(phases);
    }

    private static Phase at(int minutes, Outcome outcome) {
        return new Phase(Duration.ofMinutes(minutes), outcome);
    }

    /** The card number to pay with. */
    public String number() {
        return number;
    }

    /** How long after the command the second thing happens, if one does. */
    public Duration delay() {
        return phases.size() == 1 ? Duration.ZERO : phases.get(1).after();
    }

    /** What a charge of this age is. */
    public Outcome outcome(Duration age) {
        Outcome now = phases.get(0).outcome();
        for (Phase phase : phases) {
            if (age.compareTo(phase.after()) >= 0) {
                now = phase.outcome();
            }
        }
        return now;
    }

    /** The card with this number, if it is one of these. */
    public static Optional<TestCard> of(String number) {
        return Arrays.stream(values())
                .filter(card -> card != SLIP && card.number.equals(number))
                .findFirst();
    }
}
