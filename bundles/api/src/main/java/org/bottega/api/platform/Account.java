package org.bottega.api.platform;

import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/** The current caller's own account. Callers that are no people have none (404 {@code account-not-found}). */
@ProviderType
public interface Account {

    /** Oneself. */
    Users.User own();

    /** Changes name and language of mails. */
    Users.User change(String name, Locale locale);

    /**
     * Sets another password and ends all own sessions, this one too; a mail tells so. Must not be called in a unit of work.
     *
     * @throws org.bottega.api.Problem {@code password-wrong} (403), {@code password-unchanged} (400), {@code too-many-tries}
     *     (429), or a rule that the new one breaks (ACC-04, ACC-05, ACC-06)
     */
    void changePassword(String old, String password);

    /** The public page for a forgotten password, for everybody of the tenant; it never changes (ACC-08). */
    String passwordPage();
}
