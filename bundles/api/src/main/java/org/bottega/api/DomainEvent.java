package org.bottega.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that has happened, told in the past tense. Implemented by records in a module's contract bundle, annotated with
 * {@link EventType}; components are JSON-friendly values (strings, numbers, instants, enums, records and lists of these).
 */
@ConsumerType
public interface DomainEvent {

    /** Id of the thing it happened to. Events of one aggregate reach a listener strictly in order. */
    String aggregate();
}
