package org.bottega.api.spi;

import java.time.Instant;
import org.bottega.api.DomainEvent;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears events of one type, for tenants that have its module on. Called with the tenant bound, inside a unit of work that
 * also marks the delivery as done: what it writes happens exactly once. An exception means: again later, and nothing later
 * of the same aggregate before it.
 */
@ConsumerType
public interface DomainEventListener<E extends DomainEvent> {

    /** Stable id, {@code <module>.<name>}; deliveries are kept under it while the bundle is away. */
    String id();

    /** Id of the module it belongs to. */
    String module();

    /** The event's record type; its {@link org.bottega.api.EventType} names what is subscribed. */
    Class<E> type();

    /** Reacts. {@code at} is when it happened. */
    void on(E event, Instant at);
}
