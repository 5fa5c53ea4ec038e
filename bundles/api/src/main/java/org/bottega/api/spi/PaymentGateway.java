package org.bottega.api.spi;

import org.bottega.api.Money;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Moves money. Every command carries a key and is idempotent by it; none may be called inside a unit of work (it throws
 * {@link IllegalStateException}). After a crash or a time-out the outcome is asked for by key, never guessed.
 */
@ConsumerType
public interface PaymentGateway {

    /** What became of a command. */
    enum Outcome {
        /** Done: the money moved. */
        APPROVED,
        /** Refused: not enough money. */
        NO_FUNDS,
        /** Refused: the means of payment is blocked. */
        BLOCKED,
        /** Taken, not decided yet: ask again later. */
        PENDING,
        /** The gateway never saw this key. */
        UNKNOWN,
        /** A charge that had been approved was taken back by the bank. */
        CHARGED_BACK
    }

    /**
     * Money to take.
     *
     * @param key names the command for good
     * @param means what the gateway needs to charge: a card number, a wallet token. Never stored
     */
    record Charge(String key, Money amount, String means, String description) {}

    /**
     * Money to give back.
     *
     * @param key names the command for good
     * @param charge key of the charge it reverses, wholly or in part
     */
    record Refund(String key, String charge, Money amount) {}

    /** Stable id, stored with every payment. */
    String id();

    Outcome charge(Charge charge);

    Outcome refund(Refund refund);

    /** What became of the charge with this key. */
    Outcome chargeOutcome(String key);

    /** What became of the refund with this key. */
    Outcome refundOutcome(String key);
}
