package org.bottega.api.platform;

import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Forgotten passwords and new buyers, for the current caller's tenant and for everybody. Neither what is answered nor how
 * long it takes tells whether there is an account (D23). None of it may be called in a unit of work.
 */
@ProviderType
public interface Passwords {

    /**
     * Somebody who asks for a mail.
     *
     * @param email as it was typed in
     * @param address of the computer that asks, for counting
     * @param name of a new buyer, or null
     * @param locale language of the mail to a new buyer, or null: the marketplace's
     */
    record Ask(String email, String address, String name, Locale locale) {}

    /** Whom a link is for. */
    record Invited(String email, boolean newAccount) {}

    /**
     * Mails a link for setting a new password to the address, if it has an enabled account (ACC-02).
     *
     * @throws org.bottega.api.Problem {@code mail-on-its-way} (429) less than 30 minutes after the request before for that
     *     address (ACC-07), {@code too-many-requests} (429), {@code email-invalid} (400)
     */
    void forgot(Ask ask);

    /** Mails a link for setting the password of a new buyer's account, or of the one there is. Refusals as above. */
    void register(Ask ask);

    /** Whom an unused link that is still good is for. */
    Optional<Invited> look(String token);

    /**
     * Sets the password by a mailed link, which is then used up; ends all sessions of the account and mails a notice.
     *
     * @throws org.bottega.api.Problem {@code link-expired} (410) when it is unknown, used, too old or replaced by a newer one;
     *     {@code password-too-short}, {@code password-too-long}, {@code password-without-letter}, {@code
     *     password-without-digit}, {@code password-with-space} (400)
     */
    void reset(String token, String password);
}
