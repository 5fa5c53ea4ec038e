package org.bottega.api.platform;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The people of the current caller's tenant who can log in: staff and buyers. A caller confined to one seller reaches that
 * seller's staff only. Nobody gives away a permission that he does not have.
 */
@ProviderType
public interface Users {

    /** Sorts of people. The same address may be once of each. */
    enum Kind {
        /** Works for the marketplace, or for one seller (ACC-09). */
        STAFF,
        /** Buys; reaches only what carries the own address. */
        BUYER
    }

    /**
     * Somebody who can log in.
     *
     * @param id stable, unique within the tenant
     * @param email address to log in with; unique per kind, whatever the case of its letters
     * @param name for people, or null where none was given
     * @param seller the one seller a staff member is confined to, or null
     * @param role of staff; null for buyers
     * @param locale language of mails
     * @param ready whether a password has been set
     * @param disabledAt since when he cannot log in, or null
     */
    record User(
            String id,
            Kind kind,
            String email,
            String name,
            String seller,
            String role,
            Locale locale,
            boolean ready,
            Instant createdAt,
            Instant disabledAt) {

        /** Whether he may log in. */
        public boolean enabled() {
            return disabledAt == null;
        }
    }

    /**
     * Somebody to be added.
     *
     * @param name may be null
     * @param seller for staff of one seller, else null
     * @param role needed for staff, null for buyers
     * @param locale may be null: the seller's or the marketplace's
     */
    record NewUser(Kind kind, String email, String name, String seller, String role, Locale locale) {}

    /**
     * Which users are wanted; what is null does not narrow.
     *
     * @param email the whole address, whatever its case
     * @param enabled only those who may log in, or only those who may not
     */
    record Filter(Kind kind, String email, String seller, String role, Boolean enabled) {

        /** Everybody. */
        public static final Filter ALL = new Filter(null, null, null, null, null);
    }

    /**
     * Adds somebody and mails a link for setting the password.
     *
     * @throws org.bottega.api.Problem {@code user-exists} (409), {@code role-not-found}, {@code seller-not-found} (404),
     *     {@code permission-missing} (403) when the role can do more than the caller, or 400 naming the field
     */
    User create(NewUser user);

    /** Newest first. */
    Page<User> list(Filter filter, PageRequest request);

    /** By id, or empty when there is none, or not for this caller. */
    Optional<User> find(String id);

    /**
     * Keeps somebody from logging in, and ends all his sessions, at once. Doing it twice is fine.
     *
     * @throws org.bottega.api.Problem {@code own-account} (409), {@code user-not-found} (404), {@code permission-missing} (403)
     */
    User disable(String id);

    /** Lets somebody log in again. Doing it twice is fine. Refusals as for {@link #disable}. */
    User enable(String id);

    /**
     * Gives a staff member another role, from the next request on.
     *
     * @throws org.bottega.api.Problem as for {@link #disable}; {@code role-not-found} (404), {@code role-of-buyer} (409)
     */
    User changeRole(String id, String role);
}
