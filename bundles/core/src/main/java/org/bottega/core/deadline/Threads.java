package org.bottega.core.deadline;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The platform's own threads. */
public final class Threads {

    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
    private static final long DRAIN_SECONDS = 10;

    private Threads() {}

    /** Daemon threads {@code name-1}, {@code name-2}… */
    public static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** A task to be repeated that no failure ends. A series of failures is told once. */
    public static Runnable surviving(String what, Runnable task) {
        AtomicBoolean failing = new AtomicBoolean();
        return () -> {
            try {
                task.run();
                if (failing.getAndSet(false)) {
                    LOG.info("The {} goes on", what);
                }
            } catch (RuntimeException | LinkageError e) {
                if (!failing.getAndSet(true)) {
                    LOG.warn("The {} stands still until this is mended: {}", what, e.toString(), e);
                }
            }
        };
    }

    /** Waits up to 10 s for executors that were shut down. Running work is never interrupted: Derby would not bear it. */
    public static void await(List<ExecutorService> executors) {
        try {
            for (ExecutorService executor : executors) {
                executor.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
