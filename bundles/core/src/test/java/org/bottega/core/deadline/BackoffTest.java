package org.bottega.core.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), 12);

    @Test
    @DisplayName("each wait doubles up to the longest")
    void doubles() {
        assertEquals(Duration.ofSeconds(1), backoff.wait(1));
        assertEquals(Duration.ofSeconds(2), backoff.wait(2));
        assertEquals(Duration.ofSeconds(256), backoff.wait(9));
        assertEquals(Duration.ofSeconds(300), backoff.wait(10));
        assertEquals(Duration.ofSeconds(300), backoff.wait(Integer.MAX_VALUE));
    }

    @Test
    @DisplayName("after the last attempt there is none")
    void ends() {
        assertEquals(Instant.EPOCH.plusSeconds(300), backoff.next(Instant.EPOCH, 11));
        assertNull(backoff.next(Instant.EPOCH, 12));
    }

    @Test
    @DisplayName("texts for the operator are at most 500 characters")
    void text() {
        assertEquals("IllegalStateException", Backoff.text(new IllegalStateException()));
        assertEquals(
                "IllegalStateException: " + "x".repeat(477), Backoff.text(new IllegalStateException("x".repeat(477))));
        assertEquals(
                500, Backoff.text(new IllegalStateException("x".repeat(600))).length());
    }
}
