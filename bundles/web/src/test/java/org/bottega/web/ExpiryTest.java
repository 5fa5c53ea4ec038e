package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.bottega.web.idempotency.Expiry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExpiryTest extends IdempotencyBase {

    @Test
    @DisplayName("after 24 hours a key is forgotten")
    void expiry() throws Exception {
        edge.platform()
                .work(new Expiry(edge.platform().store("web"), edge.platform().clock()));
        edge.post("/empty", "{}", "k1");
        edge.post("/empty", "{}", "k2");
        edge.platform().advance(Duration.ofHours(23));
        assertEquals(2, states().size());
        edge.platform().advance(Duration.ofHours(1));
        assertEquals(0, states().size());
    }
}
