package org.bottega.core.deadline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ThreadsTest {

    private static final Duration SOON = Duration.ofSeconds(120);

    @Test
    @DisplayName("the platform's threads are named, numbered, and keep no JVM alive")
    void named() {
        ThreadFactory factory = Threads.named("bottega-x");
        Thread first = factory.newThread(() -> {});
        assertEquals("bottega-x-1", first.getName());
        assertTrue(first.isDaemon());
        assertEquals("bottega-x-2", factory.newThread(() -> {}).getName());
    }

    @Test
    @DisplayName("a task that is repeated outlives its failures, but not an error of the JVM")
    void surviving() {
        AtomicInteger runs = new AtomicInteger();
        Runnable task = Threads.surviving("test", () -> {
            if (runs.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
        });
        for (int i = 0; i < 4; i++) {
            assertDoesNotThrow(task::run);
        }
        assertEquals(4, runs.get());
        assertThrows(OutOfMemoryError.class, Threads.surviving("test", () -> {
            throw new OutOfMemoryError("test");
        })::run);
    }

    @Test
    @DisplayName("executors that were shut down are waited for")
    void waits() throws Exception {
        var executor = Executors.newSingleThreadExecutor(Threads.named("bottega-y"));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        executor.execute(() -> {
            begun.countDown();
            assertDoesNotThrow(() -> go.await());
        });
        begun.await();
        executor.shutdown();
        assertFalse(executor.isTerminated());
        go.countDown();
        Threads.await(List.of(executor));
        assertTrue(executor.isTerminated());
    }

    @Test
    @DisplayName("a service that goes away is waited for while it is used, and is not entered any more")
    void tracked() {
        Tracked<String> tracked = new Tracked<>("service");
        assertEquals("service", tracked.service());
        assertTrue(tracked.enter());
        assertFalse(tracked.isClosed());
        assertFalse(tracked.close(Duration.ofMillis(20)), "it is used still");
        assertTrue(tracked.isClosed());
        assertFalse(tracked.enter());
        tracked.leave();
        assertTrue(tracked.close(Duration.ofMillis(20)));
    }

    @Test
    @DisplayName("who lets a service go waits until the last use has ended, and no longer")
    void lastUse() throws Exception {
        Tracked<String> tracked = new Tracked<>("service");
        assertTrue(tracked.enter());
        assertTrue(tracked.enter());
        CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> tracked.close(Duration.ofMinutes(10)));
        await().atMost(SOON).until(tracked::isClosed);
        tracked.leave();
        assertThrows(TimeoutException.class, () -> closed.get(300, TimeUnit.MILLISECONDS));
        tracked.leave();
        assertTrue(closed.get(SOON.toSeconds(), TimeUnit.SECONDS));
    }

    @Test
    @DisplayName("who is interrupted waits no longer for a use to end, and stays interrupted")
    void interrupted() {
        Tracked<String> tracked = new Tracked<>("service");
        assertTrue(tracked.enter());
        Thread.currentThread().interrupt();
        assertFalse(tracked.close(Duration.ofMinutes(10)));
        assertTrue(Thread.interrupted());
    }

    @Test
    @DisplayName("who waits is woken by a call, also one before, and all calls together wake once")
    void wake() {
        try (TestDatabase database = TestDatabase.derby()) {
            Wake wake = new Wake(database.unitOfWork());
            wake.up();
            wake.up();
            long begin = System.nanoTime();
            assertTrue(wake.await(60_000));
            assertTrue(System.nanoTime() - begin < Duration.ofSeconds(50).toNanos(), "it was called");
            begin = System.nanoTime();
            assertTrue(wake.await(200));
            assertTrue(System.nanoTime() - begin >= Duration.ofMillis(190).toNanos(), "all calls were taken");
            Thread.currentThread().interrupt();
            assertFalse(wake.await(200));
            assertTrue(Thread.interrupted());
        }
    }
}
