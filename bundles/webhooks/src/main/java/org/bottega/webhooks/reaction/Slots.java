package org.bottega.webhooks.reaction;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many requests are under way on this node: in all, and to each endpoint, so that a slow one holds up no other. */
final class Slots {

    private final Semaphore all;
    private final int most;
    private final int each;
    private final Duration moment;
    private final Map<String, Integer> taken = new HashMap<>();

    /**
     * Free slots.
     *
     * @param most in all
     * @param each to one endpoint
     * @param moment how long an endpoint that has its share is waited for
     */
    Slots(int most, int each, Duration moment) {
        this.most = most;
        this.each = each;
        this.moment = moment;
        this.all = new Semaphore(most);
    }

    /**
     * Takes a slot; false when none is left. An endpoint that has its share is waited for a moment, in which one that answers
     * at once gives a slot back; no longer, for deadlines come by here.
     */
    boolean take(String endpoint) {
        synchronized (taken) {
            if (!awaitShare(endpoint) || !all.tryAcquire()) {
                return false;
            }
            taken.merge(endpoint, 1, Integer::sum);
            return true;
        }
    }

    private boolean awaitShare(String endpoint) {
        long until = System.nanoTime() + moment.toNanos();
        try {
            while (taken.getOrDefault(endpoint, 0) >= each) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                taken.wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Gives it back. */
    void leave(String endpoint) {
        synchronized (taken) {
            taken.computeIfPresent(endpoint, (key, count) -> count == 1 ? null : count - 1);
            all.release();
            taken.notifyAll();
        }
    }

    /** Waits, at most so long, until nothing is under way. False: something is. */
    boolean awaitIdle(Duration limit) throws InterruptedException {
        boolean idle = all.tryAcquire(most, limit.toMillis(), TimeUnit.MILLISECONDS);
        if (idle) {
            all.release(most);
        }
        return idle;
    }

    /** Whether nothing is under way. */
    boolean isIdle() {
        return all.availablePermits() == most;
    }
}
