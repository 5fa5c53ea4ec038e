package org.bottega.core.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bottega.api.UnitOfWork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LaneQueueTest {

    private static final Lane A = new Lane("a", "listener");
    private static final Lane B = new Lane("b", "listener");

    private final LaneQueue queue = new LaneQueue(new NoUnit());

    private Optional<Lane> take() throws InterruptedException {
        return queue.take(0);
    }

    @Test
    @DisplayName("a lane with more to do goes behind those that wait")
    void fair() throws InterruptedException {
        queue.add(A);
        queue.add(B);
        assertEquals(Optional.of(A), take());
        queue.done(A, true);
        assertEquals(Optional.of(B), take());
        assertEquals(Optional.of(A), take());
    }

    @Test
    @DisplayName("a lane is never with two workers; what is announced meanwhile is not lost")
    void oneWorker() throws InterruptedException {
        queue.add(A);
        queue.add(A);
        assertEquals(Optional.of(A), take());
        assertEquals(Optional.empty(), take());
        queue.add(A);
        assertEquals(Optional.empty(), take());
        queue.done(A, false);
        assertEquals(Optional.of(A), take());
        queue.done(A, false);
        assertEquals(Optional.empty(), take());
    }

    @Test
    @Timeout(30)
    @DisplayName("who waits for a lane has it as soon as it is announced")
    void waiting() throws InterruptedException {
        Thread announcer = new Thread(() -> queue.add(A));
        announcer.start();
        assertEquals(Optional.of(A), queue.take(TimeUnit.MINUTES.toMillis(10)));
        announcer.join();
    }

    private static final class NoUnit implements UnitOfWork {
        @Override
        public <T> T call(Supplier<T> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public void afterCommit(Runnable action) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean tryLock(String name) {
            return false;
        }
    }
}
