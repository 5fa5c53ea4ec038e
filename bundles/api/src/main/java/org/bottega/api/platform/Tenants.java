package org.bottega.api.platform;

import java.util.List;
import java.util.Optional;
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
}
