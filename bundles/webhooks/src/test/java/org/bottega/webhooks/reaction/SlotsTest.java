package org.bottega.webhooks.reaction;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SlotsTest {

    @Test
    @Timeout(5)
    @DisplayName("neither a slow endpoint nor all slots taken make anybody wait for long")
    void taken() throws InterruptedException {
        Slots slots = new Slots(2, 1, Duration.ofMillis(1));
        assertTrue(slots.take("a"));
        assertFalse(slots.take("a"), "its share is taken");
        assertTrue(slots.take("b"));
        assertFalse(slots.take("c"), "none is left");
        assertFalse(slots.awaitIdle(Duration.ZERO));

        slots.leave("a");
        assertTrue(slots.take("c"));
        assertFalse(slots.take("c"));
        slots.leave("b");
        slots.leave("c");
        assertTrue(slots.isIdle());
        assertTrue(slots.take("c"));
    }

    @Test
    @Timeout(120)
    @DisplayName("an endpoint that answers at once is never put off, however much there is to send")
    void quick() throws InterruptedException {
        Slots slots = new Slots(8, 1, Duration.ofMinutes(1));
        assertTrue(slots.take("a"));
        Thread answers = new Thread(() -> slots.leave("a"));
        answers.start();
        boolean again = slots.take("a");
        answers.join();
        assertTrue(again);
    }
}
