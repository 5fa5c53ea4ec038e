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
    private final Map<String, Integer> taken = new HashMap<>();

    Slots(int most, int each) {
        this.most = most;
        this.each = each;
        this.all = new Semaphore(most);
    }

    /** Takes a slot; false when the endpoint has its share already, or none is left: nobody waits, deadlines come by here. */
    boolean take(String endpoint) {
        synchronized (taken) {
            int now = taken.getOrDefault(endpoint, 0);
            if (now >= each || !all.tryAcquire()) {
                return false;
            }
            taken.put(endpoint, now + 1);
            return true;
        }
    }

    /** Gives it back. */
    void leave(String endpoint) {
        synchronized (taken) {
            taken.computeIfPresent(endpoint, (key, count) -> count == 1 ? null : count - 1);
        }
        all.release();
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
