package org.bottega.sales.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bottega.api.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cursors of searches: the way there and back, and nothing else. */
class PlaceTest {

    private static final Place PLACE = new Place(1_772_452_800_000L, "HP17715163482573");

    private static void refused(String cursor, String list) {
        Problem problem = assertThrows(Problem.class, () -> Place.of(cursor, list));
        assertEquals("cursor-invalid", problem.code());
        assertEquals(400, problem.kind().status());
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("a cursor leads back to its place, and fits into an address")
    void back() {
        String cursor = PLACE.cursor("list");
        assertEquals(PLACE, Place.of(cursor, "list"));
        assertTrue(cursor.matches("[A-Za-z0-9_-]+"), cursor);
        Place odd = new Place(-1, "with | in it");
        assertEquals(odd, Place.of(odd.cursor(""), ""));
    }

    @Test
    @DisplayName("it is of one list only, and cannot be changed")
    void bound() {
        refused(PLACE.cursor("list"), "another");
        String text = new String(Base64.getUrlDecoder().decode(PLACE.cursor("list")), StandardCharsets.UTF_8);
        refused(encoded(text + "9"), "list");
        refused(encoded(text.replace("|177", "|277")), "list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "fHw", "MXwy"})
    @DisplayName("what is no cursor is refused")
    void none(String cursor) {
        refused(cursor, "list");
    }
}
