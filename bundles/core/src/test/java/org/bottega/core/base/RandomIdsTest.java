package org.bottega.core.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bottega.core.testing.MovableClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RandomIdsTest {

    private final MovableClock clock = new MovableClock();
    private final RandomIds ids = new RandomIds(clock);

    @Test
    @DisplayName("row ids sort as they were made, within a millisecond too")
    void ordered() {
        List<String> made = IntStream.range(0, 2000)
                .mapToObj(i -> {
                    if (i % 100 == 0) {
                        clock.advance(Duration.ofMillis(1));
                    }
                    return ids.next();
                })
                .toList();
        assertEquals(made.stream().sorted().toList(), made);
        assertEquals(2000, Set.copyOf(made).size());
        assertTrue(made.stream().allMatch(id -> id.length() == 26));
    }

    @Test
    @DisplayName("ids are unique across threads")
    void threads() {
        long distinct = IntStream.range(0, 5000)
                .parallel()
                .mapToObj(i -> ids.next())
                .distinct()
                .count();
        assertEquals(5000, distinct);
    }

    @Test
    @DisplayName("codes have their prefix, 12 signs without look-alikes, and use all of them")
    void codes() {
        Set<Integer> signs = new HashSet<>();
        Stream.generate(() -> ids.code("HP")).limit(2000).forEach(code -> {
            assertTrue(code.matches("HP[0-9A-HJKMNP-TV-Z]{12}"), code);
            code.substring(2).chars().forEach(signs::add);
        });
        assertEquals(32, signs.size());
    }

    @Test
    @DisplayName("secrets carry 32 bytes and can stand in an address")
    void secrets() {
        assertTrue(ids.secret().matches("[A-Za-z0-9_-]{43}"));
    }
}
