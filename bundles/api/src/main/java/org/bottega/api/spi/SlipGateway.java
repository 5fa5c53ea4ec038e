package org.bottega.api.spi;

import java.time.Instant;
import org.bottega.api.Money;
import org.osgi.annotation.versioning.ConsumerType;

/** A gateway that prints payment slips, which buyers pay at a bank. */
@ConsumerType
public interface SlipGateway extends PaymentGateway {

    /**
     * A slip to be printed.
     *
     * @param key names the command for good; its outcome is asked for as a charge's
     * @param dueAt the instant from which on it may no longer be paid
     * @param payer name of who is to pay. Personal data
     */
    record Order(String key, Money amount, Instant dueAt, String payer, String description) {}

    /**
     * A printed slip.
     *
     * @param code what the buyer types or scans at the bank, at most 100 characters
     * @param address where the slip can be seen, at most 500 characters
     */
    record Slip(String code, String address) {}

    /** Prints; the same key again answers the same slip. */
    Slip print(Order order);
}
