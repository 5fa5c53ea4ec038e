package org.bottega.sales.payment;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The cards the sandbox gateway knows. The number chooses what happens; any other number is a blocked card. */
public enum TestCard {
    /** Approved at once; refunds are done at once. */
    APPROVED("4000000000000002", Duration.ZERO),
    /** Refused: not enough money. */
    NO_FUNDS("4000000000000010", Duration.ZERO),
    /** Refused: the card is blocked. */
    BLOCKED("4000000000000028", Duration.ZERO),
    /** Pending, then approved when asked a minute later or after; refunds take a minute too. */
    DELAYED("4000000000000036", Duration.ofMinutes(1)),
    /** Approved at once, and taken back by the bank five minutes later unless it was refunded meanwhile. */
    CHARGEBACK("4000000000000044", Duration.ofMinutes(5));

    private final String number;
    private final Duration delay;

    TestCard(String number, Duration delay) {
        this.number = number;
        this.delay = delay;
    }

    /** The card number to pay with. */
    public String number() {
        return number;
    }

    /** How long after the command the second thing happens, if one does. */
    public Duration delay() {
        return delay;
    }

    /** The card with this number, if it is one of these. */
    public static Optional<TestCard> of(String number) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(number))
                .findFirst();
    }
}
