package org.bottega.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bottega.api.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlainTest {

    private enum Colour {
        RED {
            @Override
            public String toString() {
                return "a warm one";
            }
        }
    }

    private record Wall(Colour colour, List<Money> costs) {}

    private record Broken(String text) {
        @Override
        public String text() {
            throw new IllegalStateException("unreadable");
        }
    }

    private static final class Other {
        @Override
        public String toString() {
            return "something else";
        }
    }

    @Test
    @DisplayName("what is written holds no class of a bundle, however deep it lies")
    void deep() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("wall", new Wall(Colour.RED, List.of(new Money(150, "EUR"))));
        details.put("other", new Other());
        details.put("by", Map.of(Colour.RED, 1));
        assertEquals(
                Map.of(
                        "wall",
                        Map.of("colour", "RED", "costs", List.of(Map.of("minor", 150L, "currency", "EUR"))),
                        "other",
                        "something else",
                        "by",
                        Map.of("RED", 1)),
                Plain.of(details));
    }

    @Test
    @DisplayName("what the Java platform has stays as it is")
    void platform() {
        assertNull(Plain.of(null));
        assertEquals(true, Plain.of(true));
        assertEquals(7L, Plain.of(7L));
        assertEquals(Instant.EPOCH, Plain.of(Instant.EPOCH));
    }

    @Test
    @DisplayName("a record that cannot be read is refused")
    void broken() {
        assertThrows(IllegalArgumentException.class, () -> Plain.of(new Broken("x")));
    }
}
