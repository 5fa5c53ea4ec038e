package org.bottega.core.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.bottega.api.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ThrottleClockTest extends PeopleTest {

    @Test
    @DisplayName("who waits for a minute when the machine's clock is set back by a day does not wait for a day")
    void setBack() {
        ready(staff(a, "sam@example.com", "support", null), a);
        for (int i = 0; i < 5; i++) {
            assertTrue(login(a, "sam@example.com", "wrong-1").isEmpty());
        }
        Problem blocked = refused(() -> login(a, "sam@example.com", PASSWORD));
        assertEquals("too-many-tries", blocked.code());
        platform.clock().set(platform.clock().instant().minus(Duration.ofDays(1)));
        assertTrue(login(a, "sam@example.com", PASSWORD).isPresent());
    }
}
