package org.bottega.sales.imports.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bottega.api.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {

    private static final String TEMPLATE = "c-{buyer}@example.com";

    private static Map<ImportField, String> map(String... pairs) {
        Map<ImportField, String> map = new EnumMap<>(ImportField.class);
        for (String pair : pairs) {
            map.put(
                    ImportField.of(pair.substring(0, pair.indexOf('='))).orElseThrow(),
                    pair.substring(pair.indexOf('=') + 1));
        }
        return map;
    }

    private static List<String> refused(List<String> header, String template, String... pairs) {
        Problem problem = assertThrows(Problem.class, () -> Columns.of(header, map(pairs), template));
        assertEquals("mapping-invalid", problem.code());
        assertEquals(400, problem.kind().status());
        return problem.errors().stream().map(e -> e.field() + " " + e.code()).toList();
    }

    @Test
    @DisplayName("An unknown column, a missing one and one that is there twice are named")
    void columns() {
        assertEquals(
                List.of(
                        "map.transaction column-unknown",
                        "map.purchasedAt mapping-missing",
                        "map.amount column-ambiguous"),
                refused(List.of("a", "b", "b", "mail"), null, "transaction=x", "amount=b", "buyerEmail=mail"));
    }

    @Test
    @DisplayName("A buyer's address comes either from a column or from a template with {buyer}")
    void buyers() {
        List<String> header = List.of("a", "b", "c", "d");
        String[] rest = {"transaction=a", "purchasedAt=b", "amount=c"};
        assertEquals(List.of("buyerEmail mapping-missing"), refused(header, null, rest));
        assertEquals(List.of("map.buyer mapping-missing"), refused(header, TEMPLATE, rest));
        assertEquals(List.of("buyerEmail mapping-twice"), refused(header, TEMPLATE, with(rest, "buyerEmail=d")));
        assertEquals(List.of("buyerEmail template-invalid"), refused(header, "a@b.co", with(rest, "buyer=d")));
        Columns.of(header, map(with(rest, "buyer=d")), TEMPLATE);
        Columns.of(header, map(with(rest, "buyerEmail=d")), null);
    }

    private static String[] with(String[] pairs, String one) {
        String[] all = Arrays.copyOf(pairs, pairs.length + 1);
        all[pairs.length] = one;
        return all;
    }

    @ParameterizedTest
    @DisplayName("A first line that names no columns is refused")
    @ValueSource(strings = {"", "\n", "   \na,b", "\"a,b", "\"a\"x,b", "a\u0000,b", "a\uD83D\uDE00,b"})
    void unreadable(String text) {
        Problem problem = assertThrows(Problem.class, () -> Columns.header(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals("header-unreadable", problem.code());
        assertEquals(400, problem.kind().status());
    }

    @Test
    @DisplayName("Another encoding than UTF-8 is told from the first line, if it shows there")
    void encoding() {
        assertThrows(Problem.class, () -> Columns.header("a,b".getBytes(StandardCharsets.UTF_16)));
        assertThrows(Problem.class, () -> Columns.header("caf\u00e9,b".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(
                List.of("caf\u00e9", "b"),
                Columns.header("\uFEFFcaf\u00e9 , b\r\n".getBytes(StandardCharsets.UTF_8))
                        .names());
    }
}
