package org.bottega.api.spi;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** Hands rendered mails to a mail server. */
@ConsumerType
public interface MailTransport {

    /** A rendered mail. {@code id} becomes part of the Message-ID. */
    record Message(String id, String from, String to, String subject, String text) {}

    /** Whether a server is configured. Without one, mails stay in the outbox. */
    boolean isConfigured();

    /**
     * Sends.
     *
     * @throws IOException when the server did not take it; it is tried again later
     */
    void send(Message message) throws IOException;
}
