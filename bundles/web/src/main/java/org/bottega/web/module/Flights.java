package org.bottega.web.module;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what is under way; once closed, lets nothing in any more and waits for the rest. */
public final class Flights {

    private static final Logger LOG = LoggerFactory.getLogger(Flights.class);

    /** How long running requests may take to end when a part of the platform goes. */
    private static final Duration DRAIN = Duration.ofSeconds(10);

    /** The count, plus this when closed. */
    private static final int CLOSED = Integer.MIN_VALUE;

    private final AtomicInteger count = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Begins one, unless closed. Who gets true must call {@link #leave}. */
    public boolean enter() {
        int now = count.get();
        while (now >= 0) {
            if (count.compareAndSet(now, now + 1)) {
                return true;
            }
            now = count.get();
        }
        return false;
    }

    /** Ends one. */
    public void leave() {
        if (count.decrementAndGet() == CLOSED) {
            ended.countDown();
        }
    }

    /** Closes for {@code what} is going away, and waits for the rest as long as requests may take. */
    public void drain(String what) {
        int left = close(DRAIN);
        if (left > 0) {
            LOG.warn("{} goes away under {} requests that did not end in {}", what, left, DRAIN);
        }
    }

    /** Closes, and waits until the last one has left. Returns how many are still under way after {@code patience}. */
    public int close(Duration patience) {
        if (count.addAndGet(CLOSED) == CLOSED) {
            return 0;
        }
        try {
            return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS) ? 0 : count.get() - CLOSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return count.get() - CLOSED;
        }
    }
}
