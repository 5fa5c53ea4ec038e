package org.bottega.api.platform;

import java.util.List;
import java.util.Set;
import org.bottega.api.spi.Impact;
import org.osgi.annotation.versioning.ProviderType;

/** What surrounds the switching on and off of modules ({@link Modules}), for the current caller's tenant. */
@ProviderType
public interface ModuleDesk {

    /** What can be done to a module. */
    enum Change {
        ENABLE,
        DISABLE,
        PURGE
    }

    /**
     * What a change would do; nothing has been done.
     *
     * @param on whether the module is on now
     * @param refusal code of what it would be refused with, or null
     * @param detail the refusal in words, or null
     * @param missing modules that must be on first, in this order
     * @param requiredBy modules that are on and must be off first
     * @param permissionsGained what callers could be allowed to do after it
     * @param permissionsLost what nobody could do any more
     * @param policies settings that would come, or go, with it
     * @param impact what the tenant has there: data, deadlines, money at stake
     */
    record Plan(
            String module,
            Change change,
            boolean on,
            String refusal,
            String detail,
            List<String> missing,
            List<String> requiredBy,
            Set<String> permissionsGained,
            Set<String> permissionsLost,
            Set<String> policies,
            List<Impact> impact) {}

    /**
     * Computes what would change.
     *
     * @throws org.bottega.api.Problem {@code module-not-deployed} (404) when it is neither deployed nor on
     */
    Plan plan(String module, Change change);

    /**
     * Removes for good all that the module has of the tenant: its data, deliveries that wait for it, its settings. For the
     * operator only.
     *
     * @throws org.bottega.api.Problem {@code module-on} (409) unless it is off, {@code module-not-deployed} (404)
     */
    void purge(String module);

    /**
     * Lets the tenant's own administrators switch the module. Doing it twice is fine. For the operator only.
     *
     * @throws org.bottega.api.Problem {@code module-not-deployed} (404)
     */
    void allow(String module);

    /** Takes that back; whether the module is on stays as it is. Doing it twice is fine. For the operator only. */
    void deny(String module);
}
