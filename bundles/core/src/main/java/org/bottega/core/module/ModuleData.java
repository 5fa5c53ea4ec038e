package org.bottega.core.module;

/** What the platform keeps for modules, tenant by tenant: it goes when a module is purged. In an open unit of work. */
public interface ModuleData {

    /** In words, for the plan: {@code deliveries that wait for it}. */
    String what();

    /** How much of it the current tenant has of this module. */
    long count(String module);

    /** Removes it for good. */
    void purge(String module);
}
