package org.bottega.api.platform;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Which modules are deployed here, and which are on for whom. */
@ProviderType
public interface Modules {

    /**
     * A module as seen from one tenant.
     *
     * @param version the deployed version, or null while its bundle is absent
     * @param deployed whether it runs on this node
     * @param on whether the tenant has it on; a stored state that outlives the bundle
     * @param allowed whether the tenant's own administrators may switch it
     * @param failure why it does not run, or null
     */
    record Status(
            String id,
            String title,
            String version,
            boolean deployed,
            boolean on,
            boolean allowed,
            Set<String> requires,
            String failure) {}

    /** From a cache that is at most a second old. Callable without a caller bound. */
    boolean isOn(String tenant, String module);

    /** Whether what it has to do by itself is to be done now: it is on, and its tenant is not suspended. Callable likewise. */
    boolean runs(String tenant, String module);

    /** All modules deployed or on, ordered by id; for the current caller's tenant, or none when it has none. */
    List<Status> list();

    /** Permissions of all deployed modules, and the platform's own ({@code core:…}). */
    Set<String> permissions();

    /** Those that every logged-in buyer has. */
    Set<String> buyerPermissions();

    /**
     * Switches a module on for the current caller's tenant. Doing it twice is fine. Others than the operator switch only what
     * the operator allows.
     *
     * @throws org.bottega.api.Problem {@code module-not-deployed} (404), {@code module-requires} (409) naming all that is
     *     missing, {@code module-not-allowed} (403), {@code module-enable-failed} (422) when the module could not prepare
     *     itself: nothing is changed
     */
    void enable(String module);

    /**
     * Switches it off; its data stays.
     *
     * @throws org.bottega.api.Problem {@code module-required} (409) naming the modules that are on and require it, {@code
     *     module-not-allowed} (403)
     */
    void disable(String module);
}
