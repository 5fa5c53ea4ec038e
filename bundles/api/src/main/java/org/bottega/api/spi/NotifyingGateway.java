package org.bottega.api.spi;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bottega.api.Problem;
import org.osgi.annotation.versioning.ConsumerType;

/** A gateway that calls when something has become of a charge or a refund. */
@ConsumerType
public interface NotifyingGateway extends PaymentGateway {

    /** What a notice is about. */
    enum About {
        CHARGE,
        REFUND
    }

    /**
     * What came over the network: nothing in it is to be believed before its signature was checked.
     *
     * @param headers by name in lower case; of a repeated one the first value
     * @param body as it came, byte for byte
     * @param secret what the tenant and the gateway share
     * @param at when it came, in real time
     */
    record Notification(Map<String, String> headers, byte[] body, String secret, Instant at) {

        /** The one refusal of what is not signed as it should be; it does not tell why (401). */
        public static Problem refused() {
            return new Problem(
                    Problem.Kind.UNAUTHENTICATED,
                    "signature-invalid",
                    "the notification is not signed as it should be");
        }
    }

    /**
     * Something has become of a charge or a refund. It is a reason to ask, not an answer: notices overtake each other.
     *
     * @param id the gateway's own, at most 100 characters: the same notice again has the same
     * @param key of the charge or the refund
     * @param outcome what the gateway says has happened, for people
     */
    record Notice(String id, About about, String key, String outcome) {}

    /**
     * Checks and reads a notification. It touches nothing outside and may be called inside a unit of work.
     *
     * @throws Problem {@link Notification#refused()}; 400 {@code notification-invalid} when it is signed and cannot be read
     */
    List<Notice> read(Notification notification);
}
