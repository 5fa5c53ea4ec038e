package org.bottega.api.spi;

import java.time.Instant;
import java.util.Objects;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears events of all types, as they are stored, for tenants that have its module on: for what passes events on without
 * knowing them. Called as a {@link DomainEventListener} is: with the tenant bound, inside a unit of work that also marks the
 * delivery as done, in order per aggregate; an exception means: again later.
 */
@ConsumerType
public interface AnyEventListener {

    /**
     * An event.
     *
     * @param id time-ordered, the same for every listener and at every attempt
     * @param type its published name, such as {@code sales.PurchaseApproved}
     * @param aggregate id of the thing it happened to
     * @param json an object: the components of the event's record, instants as ISO text
     * @param at when it happened, in the time of its tenant
     */
    record Told(String id, String type, String aggregate, String json, Instant at) {
        public Told {
            Objects.requireNonNull(id);
            Objects.requireNonNull(type);
            Objects.requireNonNull(json);
            Objects.requireNonNull(at);
        }
    }

    /** Stable id, {@code <module>.<name>}; deliveries are kept under it while the bundle is away. */
    String id();

    /** Id of the module it belongs to. */
    String module();

    /** Reacts. */
    void on(Told event);
}
