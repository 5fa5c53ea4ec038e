package org.bottega.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The caller bound to the current thread. It is bound by closure only, and restored afterwards whatever happens. */
@ProviderType
public interface Callers {

    /**
     * The bound caller.
     *
     * @throws IllegalStateException when none is bound: the code is being run from outside an edge
     */
    Caller current();

    /** The bound caller, or empty outside an edge. */
    Optional<Caller> find();

    /**
     * Runs {@code work} as {@code caller}, then restores the previous caller.
     *
     * @throws IllegalStateException when a unit of work is open and {@code caller} belongs to another tenant
     */
    <T, E extends Exception> T as(Caller caller, Work<T, E> work) throws E;

    /** Work to be done as somebody. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T run() throws E;
    }
}
