package org.bottega.api.platform;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The marketplaces on this platform. */
@ProviderType
public interface Tenants {

    /** By slug, from a cache that is at most a second old. Callable without a caller bound. */
    Optional<Tenant> find(String id);

    /** All, ordered by slug. */
    List<Tenant> list();

    /**
     * Adds a marketplace; {@code createdAt} is ignored.
     *
     * @throws org.bottega.api.Problem {@code tenant-exists} (409), or 400 naming the field
     */
    Tenant create(Tenant tenant);

    /**
     * Puts a marketplace on hold: every request is refused ({@code tenant-suspended}, 403); its deadlines, deliveries and mails
     * wait. Doing it twice is fine, the first instant and reason stay. For the operator only.
     *
     * @param reason for the operator's own eyes
     * @throws org.bottega.api.Problem {@code tenant-not-found} (404), or 400 naming the reason
     */
    Tenant suspend(String id, String reason);

    /** Ends the hold; all that waited goes on, late. Doing it twice is fine. For the operator only. */
    Tenant resume(String id);

    /** Why it is suspended, or empty. For the operator only. */
    Optional<String> suspendedFor(String id);

    /** Slugs of those that are suspended, from a cache that is at most a second old. Callable without a caller bound. */
    Set<String> suspended();
}
