package org.bottega.api.platform;

import java.util.Set;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Roles of the staff of the current caller's tenant: sets of permissions with a name. Two are built in and follow the
 * modules deployed: {@link #ADMINISTRATOR} and {@link #SUPPORT}. What a role allows is judged at each request.
 */
@ProviderType
public interface Roles {

    /** May do everything; of a seller's staff, everything that concerns that seller. */
    String ADMINISTRATOR = "administrator";

    /** May look at everything that modules show, and send accesses again. */
    String SUPPORT = "support";

    /**
     * A role.
     *
     * @param id slug, unique within the tenant
     * @param permissions what it allows now; staff of one seller are not given what concerns the whole tenant
     */
    record Role(String id, Set<String> permissions, boolean builtIn) {}

    /** One page of all, the built-in ones first, then by id. */
    Page<Role> list(PageRequest request);

    /**
     * Adds a role.
     *
     * @throws org.bottega.api.Problem {@code role-exists} (409), {@code permission-unknown}, {@code permissions-missing},
     *     {@code slug-invalid} (400), {@code permission-missing} (403) when the caller does not have what he gives
     */
    Role create(String id, Set<String> permissions);

    /**
     * Changes what a role allows, from the next request on.
     *
     * @throws org.bottega.api.Problem as above, {@code role-not-found} (404), {@code role-built-in} (409)
     */
    Role change(String id, Set<String> permissions);

    /**
     * Removes a role that nobody has.
     *
     * @throws org.bottega.api.Problem {@code role-in-use}, {@code role-built-in} (409), {@code role-not-found} (404)
     */
    void remove(String id);
}
