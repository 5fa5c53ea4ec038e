package org.bottega.api;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One database transaction. Everything done inside (rows of any module, events, audit lines, mails) is committed together or
 * not at all. The tenant is the current caller's.
 *
 * <p>Work inside an open unit joins it. The outermost unit is run again, up to three times, when the database reports a
 * deadlock or a serialization failure, so work must have no effect outside the database: call gateways and send mails
 * elsewhere, or in {@link #afterCommit}.
 */
@ProviderType
public interface UnitOfWork {

    /**
     * Runs {@code work} in a transaction and returns its result. Any exception rolls everything back and is rethrown
     * unchanged.
     *
     * @throws Problem {@code changed-meanwhile} (409) when another transaction changed the same row first, {@code
     *     database-unavailable} (503) when the database cannot be reached or is full, {@code database-busy} (503) when
     *     others hold for too long what it needs
     */
    <T> T call(Supplier<T> work);

    /** {@link #call} without a result. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /** Whether the current thread has an open unit. Code that talks to the outside world refuses to run when true. */
    boolean isOpen();

    /** Runs {@code action} after the open unit has committed, on the same thread; never when it rolls back. */
    void afterCommit(Runnable action);

    /**
     * Takes a lock by name that is held to the end of the open unit, without waiting.
     *
     * @return false when another unit, on any node, holds it
     */
    boolean tryLock(String name);
}
