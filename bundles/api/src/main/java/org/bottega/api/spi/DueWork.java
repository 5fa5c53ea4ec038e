package org.bottega.api.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Work that falls due. The instant is a column of the row it concerns: the table has {@code tenant_id}, {@code id},
 * {@code due_at} (null: nothing to do), {@code due_attempts} (not null, 0 at first) and {@code due_error}. The platform
 * finds due rows of all tenants and calls {@link #process} for each, retries a failed row later, and in the end parks it
 * ({@code due_at} null, {@code due_error} set) for the operator to see.
 */
@ConsumerType
public interface DueWork {

    /** Stable id, {@code <module>.<name>}. */
    String id();

    /** Id of the module; rows of tenants that have it off are left alone. */
    String module();

    /** Table with the columns above. */
    String table();

    /** Whether {@link #process} is called inside a unit of work. Say false when it talks to the outside world in steps. */
    default boolean inUnitOfWork() {
        return true;
    }

    /**
     * Whether {@code due_at} is real time: tokens, attempts at the outside world, leases. Otherwise it is the tenant's own
     * time, which in a sandbox can be ahead; see the package {@code org.bottega.api}.
     */
    default boolean realTime() {
        return false;
    }

    /**
     * Does what is due for one row, with the tenant bound. It locks the row, checks again that it is due, and sets
     * {@code due_at} anew or to null: rows may be offered twice.
     */
    void process(String id);
}
