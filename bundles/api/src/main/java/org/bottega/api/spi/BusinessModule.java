package org.bottega.api.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A business capability that tenants switch on and off. The methods run with the tenant bound, each in one unit of work, and
 * must be idempotent. Starting the bundle touches no tenant's data.
 */
@ConsumerType
public interface BusinessModule {

    /** What the module is. The same object at every call. */
    ModuleInfo info();

    /** Prepares the current tenant's data. An exception undoes the enabling. */
    default void enable() {}

    /** Stops what runs for the current tenant; its data stays. */
    default void disable() {}

    /** Removes the current tenant's data of this module for good. */
    default void purge() {}
}
