package org.bottega.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bottega.persistence.probe.Parcel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final Order<Parcel> NEWEST = Order.descending("sentAt", Parcel::sentAt);
    private static final Parcel LAST = new Parcel("acme", "1", "anna", Instant.parse("2026-03-04T12:00:00Z"));

    private static String cursor(String... labels) {
        Set<String> any = new LinkedHashSet<>(List.of(labels));
        return new Cursor("acme", Parcel.class, Where.of("e.label in ?", any), NEWEST).of(LAST, NEWEST);
    }

    @Test
    @DisplayName("A cursor is good for the same set in another order, as another node has it; not for another set")
    void setsHaveNoOrder() {
        assertEquals(cursor("a", "b", "c"), cursor("c", "a", "b"));
        assertNotEquals(cursor("a", "b", "c"), cursor("a", "b"));
        assertNotEquals(cursor("a", "b", "c"), cursor("a", "b", "d"));
    }
}
