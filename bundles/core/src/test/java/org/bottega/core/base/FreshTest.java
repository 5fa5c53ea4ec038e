package org.bottega.core.base;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bottega.core.testing.TestPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FreshTest {

    private static TestPlatform platform;

    private final AtomicInteger stored = new AtomicInteger(1);
    private final AtomicInteger reads = new AtomicInteger();
    private final Fresh<String, Integer> fresh = new Fresh<>(platform.unitOfWork(), 10);

    @BeforeAll
    static void open() {
        platform = TestPlatform.derby();
        platform.newTenant("fresh");
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    private int get() {
        return fresh.get("k", this::read).orElse(0);
    }

    private Optional<Integer> read() {
        reads.incrementAndGet();
        return stored.get() == 0 ? Optional.empty() : Optional.of(stored.get());
    }

    private void change(int value) {
        platform.as("fresh", () -> platform.unitOfWork().run(() -> {
            stored.set(value);
            fresh.changed("k");
        }));
    }

    @Test
    @DisplayName("what is known is not read again; what others changed shows within about a second")
    void aged() {
        assertEquals(1, get());
        assertEquals(1, get());
        assertEquals(1, reads.get());
        stored.set(2);
        await().atMost(Duration.ofSeconds(3)).until(this::get, value -> value == 2);
    }

    @Test
    @DisplayName("absence is not remembered")
    void absent() {
        stored.set(0);
        assertEquals(0, get());
        stored.set(3);
        assertEquals(3, get());
    }

    @Test
    @DisplayName("a change on this node shows at once")
    void changed() {
        assertEquals(1, get());
        change(2);
        assertEquals(2, get());
    }

    @Test
    @DisplayName("a unit of work sees its own change; when it rolls back nobody does")
    void rolledBack() {
        assertEquals(1, get());
        assertThrows(
                ArithmeticException.class,
                () -> platform.as("fresh", () -> platform.unitOfWork().run(() -> {
                    stored.set(2);
                    fresh.changed("k");
                    assertEquals(2, get());
                    stored.set(1);
                    throw new ArithmeticException();
                })));
        assertEquals(1, get());
    }

    @Test
    @DisplayName("what was read before a change is not remembered after it")
    void raced() {
        int before = fresh.get("k", () -> {
                    Optional<Integer> old = read();
                    change(2);
                    return old;
                })
                .orElseThrow();
        assertEquals(1, before);
        assertEquals(2, get());
    }
}
