package org.bottega.api.platform;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/** API clients of the current caller's tenant: programs that log in with an id and a secret. */
@ProviderType
public interface Clients {

    /**
     * An API client.
     *
     * @param id public, unique within the tenant
     * @param seller the one seller it is confined to, or null
     * @param revokedAt null while it is good
     */
    record Client(
            String id, String label, String seller, Set<String> permissions, Instant createdAt, Instant revokedAt) {}

    /** A new client and its secret, which is shown this once and kept as a hash only. */
    record NewClient(Client client, String secret) {}

    /**
     * Adds a client.
     *
     * @param permissions what it may do; unknown permissions are refused
     * @throws org.bottega.api.Problem 400 naming the field, 404 when the seller does not exist
     */
    NewClient create(String label, String seller, Set<String> permissions);

    /** All of the tenant, newest first. */
    List<Client> list();

    /** A page of them, newest first. */
    Page<Client> list(PageRequest request);

    /** Revokes the client and all its tokens, at once. Revoking twice is fine. */
    void revoke(String id);
}
