package org.bottega.api;

import org.osgi.annotation.versioning.ProviderType;

/** The mail outbox. */
@ProviderType
public interface Mailer {

    /**
     * Renders the mail and writes it to the outbox within the open unit of work; it is sent after the commit and retried
     * until the server takes it. Without a mail server configured it stays readable in the outbox.
     *
     * @return id of the mail
     * @throws IllegalArgumentException when the template does not exist
     */
    String send(Mail mail);
}
