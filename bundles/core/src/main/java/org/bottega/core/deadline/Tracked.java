package org.bottega.core.deadline;

import java.time.Duration;

/**
 * A module's service in use by the platform's own threads. Users are counted, so that the service goes away only when what
 * it has begun is finished.
 */
public final class Tracked<S> {

    private final S service;
    private int users;
    private boolean closed;

    public Tracked(S service) {
        this.service = service;
    }

    public S service() {
        return service;
    }

    /** Begins a use. False: the service is going away. */
    public synchronized boolean enter() {
        if (closed) {
            return false;
        }
        users++;
        return true;
    }

    /** Ends a use. */
    public synchronized void leave() {
        users--;
        notifyAll();
    }

    /** Whether the service is going away, so that long work should stop at the next good point. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /** Lets no further use begin and waits for those that have begun, at most {@code limit}. False: some go on. */
    public synchronized boolean close(Duration limit) {
        closed = true;
        long end = System.nanoTime() + limit.toNanos();
        try {
            for (long left = limit.toMillis(); users > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return users == 0;
    }
}
