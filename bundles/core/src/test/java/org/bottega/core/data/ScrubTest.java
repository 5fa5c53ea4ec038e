package org.bottega.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bottega.api.spi.Traces;
import org.bottega.persistence.TenantTables.Column;
import org.bottega.persistence.TenantTables.Kind;
import org.bottega.persistence.TenantTables.Table;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of one value, by the column it stands in; which tables hold contents in parts. */
class ScrubTest {

    private static final String P = "erased-1@erased.invalid";
    private static final Scrub SCRUB =
            new Scrub(new Traces(Set.of("z@example.com", "QF-1"), Set.of("Zoe"), Set.of("P1")), "z@example.com", P);

    private static Column text(String name, int size, boolean optional) {
        return new Column(name, Kind.TEXT, size, optional);
    }

    private static Table table(List<Column> columns, String... key) {
        return new Table("a_b", columns, List.of(key));
    }

    /** The new value of a column, or "same". */
    private static Object left(int size, boolean optional, Object value) {
        Kind kind = value instanceof byte[] ? Kind.BYTES : Kind.TEXT;
        Table table = table(List.of(text("id", 26, false), new Column("v", kind, size, optional)), "id");
        Map<String, Object> changes = SCRUB.changes(table, new Object[] {"QF-1", value});
        assertTrue(Set.of("v").containsAll(changes.keySet()), "keys never change");
        return changes.getOrDefault("v", "same");
    }

    @Test
    @DisplayName("addresses get the pseudonym, marks and names nothing or 'erased', as much as fits")
    void whole() {
        assertEquals(P, left(254, true, "Z@example.com"));
        assertEquals(P, left(P.length(), true, "z@example.com"));
        assertEquals("erased-1@e", left(10, false, "z@example.com"));
        assertEquals(null, left(20, true, "qf-1"));
        assertEquals("erased", left(6, false, "QF-1"));
        assertEquals("erase", left(5, false, "QF-1"));
        assertEquals(null, left(20, true, "zoe"));
        assertEquals("erased", left(20, false, "ZOE"));
        assertEquals("same", left(20, true, "Joe"));
        assertEquals("same", left(20, true, null));
    }

    @Test
    @DisplayName("names go out of words: of long columns, and of texts with a blank; marks go out of all")
    void words() {
        assertEquals("erased", left(300, false, "Zoe"));
        assertEquals("-erased-", left(300, true, "-Zoe-"));
        assertEquals("same", left(299, true, "-Zoe-"));
        assertEquals("by erased", left(20, true, "by Zoe"));
        assertEquals(" erased", left(20, true, " Zoe"));
        assertEquals("(erased)", left(20, true, "(QF-1)"));
        assertEquals("to " + P.substring(0, 7), left(10, true, "to z@example.com"));
        assertEquals("same", left(20, true, "by Joe"));
    }

    @Test
    @DisplayName("bytes are struck out")
    void bytes() {
        assertArrayEquals(
                new byte[] {'x', 'x', 'x', 'x', 0}, (byte[]) left(0, true, new byte[] {'Q', 'F', '-', '1', 0}));
        assertEquals("same", left(0, true, new byte[] {'Q', 0}));
        assertArrayEquals(new byte[] {'x', 'x', 'x', 'x'}, SCRUB.bytes().strike(new byte[] {'Q', 'F', '-', '1'}));
    }

    @Test
    @DisplayName(
            "a row is somebody's own by a mark alone in a column; it concerns him by one in a text or bytes, or an id")
    void ties() {
        Table table = table(
                List.of(
                        text("id", 26, false),
                        new Column("n", Kind.NUMBER, 0, true),
                        new Column("c", Kind.BYTES, 0, true)),
                "id");
        assertTrue(SCRUB.owns(table, new Object[] {"qf-1", 1L, null}));
        assertFalse(SCRUB.owns(table, new Object[] {"P1", 1L, null}));
        assertFalse(SCRUB.owns(table, new Object[] {null, 1L, "QF-1".getBytes()}));
        assertTrue(SCRUB.ties(table, new Object[] {"P1", 1L, null}));
        assertTrue(SCRUB.ties(table, new Object[] {"of QF-1", 1L, null}));
        assertTrue(SCRUB.ties(table, new Object[] {null, null, "P1".getBytes()}));
        assertFalse(SCRUB.ties(table, new Object[] {"Zoe", 1L, "Zoe".getBytes()}));
    }

    @Test
    @DisplayName("contents in parts: tenant, whole and number as key, one column of bytes that is never empty")
    void parts() {
        Column tenant = text("tenant_id", 30, false);
        Column whole = text("whole", 26, false);
        Column part = new Column("part", Kind.NUMBER, 0, false);
        Column seller = text("seller_id", 26, false);
        Column bytes = new Column("content", Kind.BYTES, 0, false);
        Column maybe = new Column("maybe", Kind.BYTES, 0, true);
        String[] key = {"tenant_id", "whole", "part"};
        Table parts = table(List.of(tenant, whole, part, seller, bytes), key);
        assertTrue(Parts.are(parts));
        assertEquals(4, Parts.content(parts));
        assertEquals(0, Parts.content(table(List.of(bytes, tenant))));
        assertEquals("w", Parts.whole(parts, new Object[] {"t", "w", 1L, "s", new byte[0]}));
        assertFalse(Parts.are(table(List.of(tenant, whole, part, bytes), "tenant_id", "whole")));
        assertFalse(Parts.are(table(List.of(tenant, whole, part, maybe), key)));
        assertFalse(Parts.are(table(List.of(tenant, whole, part, seller), key)));
        assertFalse(Parts.are(table(List.of(tenant, whole, part, bytes, maybe), key)));
        assertFalse(Parts.are(table(List.of(tenant, whole, part, bytes), "tenant_id", "part", "whole")));
        assertFalse(Parts.are(table(List.of(tenant, part, whole, bytes), "tenant_id", "whole", "whole")));
        Column number = new Column("whole", Kind.NUMBER, 0, false);
        assertFalse(Parts.are(table(List.of(tenant, number, part, bytes), key)));
    }

    @Test
    @DisplayName("what lets somebody in is withheld")
    void withheld() {
        Column hash = text("password_hash", 26, true);
        Column secret = text("a_secret", 26, true);
        Column name = text("name", 26, true);
        Column count = new Column("n", Kind.NUMBER, 0, true);
        Table table = table(List.of(hash, name, count, secret));
        assertEquals(List.of("a_b.password_hash", "a_b.a_secret"), Withheld.of(List.of(table, table(List.of(name)))));
        assertEquals(
                Map.of("name", "<Zoe>", "n", 7L),
                Withheld.shape(table, new Object[] {"h", "Zoe", 7L, "s"}, text -> '<' + text + '>'));
        assertEquals(
                Collections.singletonMap("name", null),
                Withheld.shape(table(List.of(name)), new Object[] {null}, text -> text + '!'));
    }
}
