package org.bottega.api.spi;

import org.bottega.api.Money;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Moves money. Every command carries a key and is idempotent by it; none may be called inside a unit of work (it throws
 * {@link IllegalStateException}). After a crash or a time-out the outcome is asked for by key, never guessed. What only some
 * gateways can do is told by implementing {@link SlipGateway}, {@link VaultGateway} or {@link NotifyingGateway} too.
 */
@ConsumerType
public interface PaymentGateway {

    /** What became of a command. */
    enum Outcome {
        /** Done: the money moved. Of a charge that was contested: the seller has won. */
        APPROVED,
        /** Refused: not enough money. */
        NO_FUNDS,
        /** Refused: the means of payment is blocked. */
        BLOCKED,
        /** Taken, not decided yet: ask again later. Of a slip: paid, and the money is on its way. */
        PENDING,
        /** Taken, and being examined for fraud. */
        UNDER_REVIEW,
        /** A slip was printed, and nobody has paid it yet. */
        PRINTED,
        /** Could not be collected because of a problem at the customer's bank; trying again may help (LOY-05). */
        UNPAID,
        /** A charge that had been approved is contested at the bank (D11). */
        DISPUTED,
        /** A charge that had been approved was taken back by the bank. */
        CHARGED_BACK,
        /** Void: it will never be collected. */
        CANCELLED,
        /** The gateway never saw this key. */
        UNKNOWN
    }

    /**
     * Money to take.
     *
     * @param key names the command for good
     * @param means what the gateway needs to charge: a card number, never stored, or the token of a {@link VaultGateway}
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

    /** What became of the charge, or of the slip, with this key. */
    Outcome chargeOutcome(String key);

    /** What became of the refund with this key. */
    Outcome refundOutcome(String key);

    /**
     * Tries once more to collect a charge that is {@link Outcome#UNPAID}.
     *
     * @param attempt 1, 2, …: the same attempt of the same charge again does nothing more
     * @return what became of the charge. A gateway that tries by itself only answers how it stands, as it does here
     */
    default Outcome retry(String charge, int attempt) {
        return chargeOutcome(charge);
    }

    /**
     * Makes a charge void that has not been approved. Calling it again does nothing more.
     *
     * @return {@link Outcome#CANCELLED}, or how the charge stands when it cannot be made void, as it is here
     */
    default Outcome cancel(String charge) {
        return chargeOutcome(charge);
    }
}
