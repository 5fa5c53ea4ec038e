package org.bottega.web.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.bottega.api.Problem;
import org.bottega.api.platform.RatePolicy;
import org.bottega.web.limit.Buckets.Owner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final Rate RATE = Rate.of(60, 10);

    private final Hands time = new Hands();
    private final Buckets buckets = new Buckets(time);

    /** A time that stands until it is moved. */
    private static final class Hands implements TimeMeter {
        private long now = 1;

        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }

        private void move(Duration by) {
            now += by.toNanos();
        }
    }

    private boolean take(String id) {
        return buckets.take(new Owner("acme", "client", id, RATE)).isConsumed();
    }

    @Test
    @DisplayName("a burst at once, then one a second; a full bucket holds no more than a burst")
    void refills() {
        for (int i = 0; i < 10; i++) {
            assertTrue(take("a"));
        }
        assertFalse(take("a"));
        time.move(Duration.ofMillis(999));
        assertFalse(take("a"));
        time.move(Duration.ofMillis(1));
        assertTrue(take("a"));
        assertFalse(take("a"));
        time.move(Duration.ofHours(1));
        for (int i = 0; i < 10; i++) {
            assertTrue(take("a"));
        }
        assertFalse(take("a"));
    }

    @Test
    @DisplayName("a million different callers leave no more than a bounded number of buckets, and none after a while")
    void bounded() {
        for (int i = 0; i < 1_000_000; i++) {
            take("caller-" + i);
        }
        assertTrue(buckets.size() <= Buckets.MOST, buckets.size() + " buckets");
        time.move(Duration.ofSeconds(12));
        assertEquals(0, buckets.size());
    }

    @Test
    @DisplayName("a bucket is not forgotten before it is full again")
    void kept() {
        for (int i = 0; i < 10; i++) {
            take("a");
        }
        time.move(Duration.ofSeconds(9));
        for (int i = 0; i < 9; i++) {
            assertTrue(take("a"));
        }
        assertFalse(take("a"));
    }

    @Test
    @DisplayName("a policy narrows and never widens; nonsense is refused")
    void policies() {
        assertEquals(new Rate(60, 10), RATE.within(new RatePolicy(0, 0)));
        assertEquals(new Rate(60, 10), RATE.within(new RatePolicy(61, 11)));
        assertEquals(new Rate(30, 5), RATE.within(new RatePolicy(30, 0)));
        assertEquals(new Rate(30, 10), RATE.within(new RatePolicy(30, 99)));
        assertEquals(1, Rate.of(1, 0).burst());
        assertFalse(Rate.of(0, 0).isLimited());
        assertThrows(Problem.class, () -> new RatePolicy(-1, 0));
        assertThrows(Problem.class, () -> new RatePolicy(0, -1));
        assertThrows(Problem.class, () -> new RatePolicy(1_000_001, 0));
    }

    @Test
    @DisplayName("addresses and networks are read as they are written; names are never looked up")
    void networks() {
        assertTrue(Network.of("10.0.0.0/8").contains(Network.address("10.255.1.2:8080")));
        assertFalse(Network.of("10.0.0.0/8").contains(Network.address("11.0.0.1")));
        assertFalse(Network.of("10.0.0.0/8").contains(Network.address("::1")));
        assertTrue(Network.of("2001:db8::/33").contains(Network.address("[2001:db8:7fff::1]:443")));
        assertFalse(Network.of("2001:db8::/33").contains(Network.address("2001:db8:8000::1")));
        assertTrue(Network.of("::1").contains(Network.address("0:0:0:0:0:0:0:1")));
        for (String nothing : new String[] {"localhost", "unknown", "", "_hidden", "1.2.3.4.5", "999.1.1.1", "a b"}) {
            assertNull(Network.address(nothing), nothing);
        }
        for (String wrong : new String[] {"localhost", "10.0.0.0/33", "10.0.0.0/x", "/8"}) {
            assertThrows(IllegalArgumentException.class, () -> Network.of(wrong), wrong);
        }
    }
}
