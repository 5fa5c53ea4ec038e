package org.bottega.api;

import org.osgi.annotation.versioning.ProviderType;

/** Tells the other modules what has happened. */
@ProviderType
public interface Events {

    /**
     * Writes the event, and one delivery for every listener whose module is on for the tenant, into the open unit of work.
     * Delivery follows after the commit, at least once, in order per listener and aggregate.
     *
     * @throws IllegalStateException when no unit of work is open
     */
    void publish(DomainEvent event);
}
