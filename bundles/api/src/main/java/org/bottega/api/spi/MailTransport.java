package org.bottega.api.spi;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** Hands rendered mails to a mail server. */
@ConsumerType
public interface MailTransport {

    /**
     * A rendered mail.
     *
     * @param id becomes part of the Message-ID, so that a mail sent twice after a crash can be told
     * @param from null for the transport's own configured sender
     */
    record Message(String id, String from, String to, String subject, String text) {}

    /** The server will never take this mail: trying again is useless. */
    final class Rejected extends IOException {
        private static final long serialVersionUID = 1L;

        public Rejected(String answer, Throwable cause) {
            super(answer, cause);
        }
    }

    /** Whether a server is configured. Without one, mails stay in the outbox. */
    boolean isConfigured();

    /**
     * Sends.
     *
     * @throws Rejected when the server refuses this mail for good
     * @throws IOException when the server did not take it; it is tried again later
     */
    void send(Message message) throws IOException;
}
