package org.bottega.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bottega.api.Problem;
import org.bottega.api.platform.PolicyDesk.Setting;
import org.bottega.api.platform.PolicyDesk.Value;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PoliciesTest extends PolicyFixture {

    private static final String TEXT =
            "a text of at most 4000 characters, none of them a control or four-byte character";

    @Test
    @DisplayName("nothing set: the defaults; the desk shows meaning, what is expected, initial and present value")
    void defaults() {
        assertEquals(Patience.INITIAL, read(a, null));
        Setting shown = platform.as(a, () -> desk().show(ID, null));
        assertEquals(0, shown.version());
        assertNull(shown.changedAt());
        assertEquals("probes", shown.module());
        assertEquals(
                new Value("days", "Most days to wait, 1 to 60", "a whole number", 40, 40, false), value(shown, "days"));
        assertEquals("P3D", value(shown, "pause").value());
        assertEquals("one of BUYER, SELLER", value(shown, "who").expects());
        assertEquals(List.of("SELLER"), value(shown, "others").initial());
        assertEquals(
                List.of(ID, "probes.same"),
                platform.as(a, () -> desk().list()).stream()
                        .map(Setting::id)
                        .filter(id -> id.startsWith("probes."))
                        .toList());
    }

    @Test
    @DisplayName("each kind of value is set and read; what is not named stays; the other marketplace keeps its own")
    void kinds() {
        Setting first = set(null, Map.of("days", 60, "pause", "P1DT2H", "who", "SELLER"), null);
        assertEquals(1, first.version());
        Setting second = set(
                null,
                Map.of(
                        "cents",
                        7_000_000_000L,
                        "weekends",
                        false,
                        "greeting",
                        "Ciao",
                        "names",
                        List.of("x", "y"),
                        "others",
                        List.of("BUYER", "BUYER")),
                1L);
        assertEquals(2, second.version());
        assertEquals("OPERATOR test", second.changedBy());
        assertEquals(platform.clock().instant(), second.changedAt());
        assertEquals("P1DT2H", value(second, "pause").value());
        assertTrue(value(second, "days").set());
        assertEquals(
                new Patience(
                        60,
                        7_000_000_000L,
                        false,
                        "Ciao",
                        Patience.Who.SELLER,
                        Duration.ofHours(26),
                        List.of("x", "y"),
                        Set.of(Patience.Who.BUYER)),
                read(a, null));
        assertEquals(Patience.INITIAL, read(b, null));
    }

    @Test
    @DisplayName("a product has its own values, else the marketplace's, else the defaults")
    void products() {
        set("P1", Map.of("days", 5), null);
        set(null, Map.of("days", 20, "greeting", "Salve"), null);
        assertEquals(5, read(a, "P1").days());
        assertEquals("Salve", read(a, "P1").greeting());
        assertEquals(20, read(a, "P2").days());
        assertEquals(20, read(a, null).days());
        assertEquals(40, read(b, "P1").days());
        Map<String, Object> back = new HashMap<>();
        back.put("days", null);
        assertEquals(2, set("P1", back, null).version());
        assertEquals(20, read(a, "P1").days());
        Problem same = refused(() -> platform.as(a, () -> desk().show("probes.same", "P1")));
        assertEquals("policy-not-per-product", same.code());
        assertEquals(
                "product-invalid", refused(() -> set("P 1", Map.of(), null)).code());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("days", "40", "a whole number"),
                Arguments.of("days", 40.5, "a whole number"),
                Arguments.of("days", 5_000_000_000L, "a whole number"),
                Arguments.of("cents", "40", "a whole number"),
                Arguments.of("weekends", "true", "true or false"),
                Arguments.of("who", "NOBODY", "one of BUYER, SELLER"),
                Arguments.of("who", 1, "one of BUYER, SELLER"),
                Arguments.of("pause", "3 days", "a duration such as P3D or PT30M"),
                Arguments.of("greeting", 1, TEXT),
                Arguments.of("greeting", "x".repeat(4001), TEXT),
                Arguments.of("greeting", "a\u0000b", TEXT),
                Arguments.of("names", "x", "a list, each " + TEXT),
                Arguments.of("others", List.of(1), "a list, each one of BUYER, SELLER"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    @DisplayName("a value of the wrong kind is refused, saying what would be right; nothing is set")
    void wrongKind(String name, Object value, String expects) {
        Map<String, Object> values = new HashMap<>(Map.of("weekends", false));
        values.put(name, value);
        Problem problem = refused(() -> set(null, values, null));
        assertEquals("policy-value-invalid", problem.code());
        assertEquals(name, problem.errors().get(0).field());
        assertEquals(expects + " is expected", problem.errors().get(0).detail());
        assertEquals(Patience.INITIAL, read(a, null));
    }

    @Test
    @DisplayName("limits are the record's own: 0 and 61 refused, 1 and 60 taken; unknown names are named, all of them")
    void refusals() {
        for (int days : new int[] {0, 61}) {
            Problem problem = refused(() -> set(null, Map.of("days", days), null));
            assertEquals("days-out-of-range", problem.code());
            assertEquals("days", problem.errors().get(0).field());
        }
        assertEquals(0, platform.as(a, () -> desk().show(ID, null)).version());
        set(null, Map.of("days", 1), null);
        set(null, Map.of("days", 60), null);
        Problem unknown = refused(() -> set(null, Map.of("day", 1, "pauze", 2, "days", 3), null));
        assertEquals("field-unknown", unknown.code());
        assertEquals(
                List.of("day", "pauze"),
                unknown.errors().stream().map(Problem.FieldError::field).toList());
        assertEquals(60, read(a, null).days());
        assertEquals(
                "policy-not-found",
                refused(() -> platform.as(a, () -> desk().show("probes.ghost", null)))
                        .code());
    }
}
