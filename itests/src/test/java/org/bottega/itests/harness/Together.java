package org.bottega.itests.harness;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What several do at the same instant. */
public final class Together {

    private static final long MOST_SECONDS = 240;

    private Together() {}

    /** Does all of them, each on a thread of its own that waits until all are ready; what they came to, in their order. */
    public static <T> List<T> all(List<Callable<T>> works) {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        CyclicBarrier ready = new CyclicBarrier(works.size());
        try {
            List<Future<T>> futures = works.stream()
                    .map(work -> threads.submit(() -> {
                        ready.await(MOST_SECONDS, TimeUnit.SECONDS);
                        return work.call();
                    }))
                    .toList();
            return futures.stream().map(Together::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
