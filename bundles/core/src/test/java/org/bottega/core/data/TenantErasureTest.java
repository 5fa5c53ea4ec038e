package org.bottega.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bottega.api.Problem;
import org.bottega.api.platform.DataDesk;
import org.bottega.api.platform.DataDesk.Line;
import org.bottega.api.platform.DataDesk.Report;
import org.bottega.core.testing.Census;
import org.bottega.core.testing.TestData;
import org.bottega.persistence.TenantTables;
import org.bottega.persistence.TenantTables.Table;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** All that a marketplace has is removed; nothing of another's is. */
class TenantErasureTest extends PersonFixture {

    private final List<String> told = new ArrayList<>();

    private void suspend(String tenant) {
        operator(() -> platform.tenants().suspend(tenant, "over"));
        platform.clock().advance(TenantData.SETTLING);
    }

    private Report erase(DataDesk desk, String tenant) {
        return operator(() -> desk.eraseTenant(tenant, tenant, told::add));
    }

    private static List<String> operations(String tenant) {
        return operator(() -> new TestData(platform).operations().newest(20)).stream()
                .filter(line -> line.subject().equals(tenant))
                .map(line -> line.action() + ' ' + line.actor() + ' ' + line.details())
                .toList();
    }

    private static boolean isThere(String tenant) {
        return operator(() -> platform.tenants().list()).stream()
                .anyMatch(found -> found.id().equals(tenant));
    }

    /** Lines of tables in the order in which they are emptied. */
    private static List<Line> lines(Map<String, Long> rows) {
        List<Line> lines = new ArrayList<>();
        for (Table table : platform.database().tenantTables().list()) {
            String name = table.name();
            lines.add(new Line(name.substring(0, name.indexOf('_')), name, rows.get(name), null));
        }
        Collections.reverse(lines);
        return lines;
    }

    @Test
    @DisplayName("a marketplace: rows that hang on others go first; all counted, told of and recorded; others stay")
    void erased() throws Exception {
        live(a);
        live(b);
        for (int i = 0; i < TableWalk.PAGE + 1; i++) {
            insert(a, "wishes_part", "A", i, utf8("x"));
        }
        suspend(a);
        Map<String, Long> before = new Census(platform).rows(a);
        Map<String, Long> other = new Census(platform).rows(b);
        Report report = erase(desk(), a);
        List<Line> lines = lines(before);
        assertEquals(new Report(a, lines), report);
        assertEquals(
                lines.stream()
                        .filter(line -> line.count() > 0)
                        .map(line -> line.what() + ": " + line.count() + " rows removed")
                        .toList(),
                told);
        new Census(platform).rows(a).forEach((table, rows) -> assertEquals(0, rows, table));
        assertEquals(other, new Census(platform).rows(b));
        before.values().removeIf(rows -> rows == 0);
        String counts = new ObjectMapper().writeValueAsString(new TreeMap<>(before));
        assertEquals(List.of("tenant.erase op " + counts, "tenant.erase-begin op {}"), operations(a));
        assertTrue(isThere(b) && !isThere(a));
    }

    @Test
    @DisplayName("half a minute after it was put on hold, and not a millisecond sooner")
    void settling() {
        assertEquals("tenant-not-suspended", refused(() -> erase(desk(), a)).code());
        operator(() -> platform.tenants().suspend(a, "over"));
        Problem now = refused(() -> erase(desk(), a));
        assertEquals("tenant-suspended-just-now", now.code());
        assertEquals(30, now.members().get("retryAfter"));
        platform.clock().advance(TenantData.SETTLING.minusMillis(1));
        assertEquals(1, refused(() -> erase(desk(), a)).members().get("retryAfter"));
        assertEquals(List.of(), operations(a));
        platform.clock().advance(Duration.ofMillis(1));
        assertTrue(erase(desk(), a).rows() > 0);
    }

    @Test
    @DisplayName("broken off behind any of its steps and begun again, nothing is left; each step is recorded once")
    void brokenOff() {
        TenantTables tables = new SomeTables(
                platform.database().tenantTables(),
                name -> name.matches("wishes_.*|core_(user.*|seller|tenant_key|audit|mail|reset.*)"));
        boolean ended = false;
        for (int steps = 0; !ended; steps++) {
            String tenant = newTenant();
            live(tenant);
            suspend(tenant);
            Broken unit = Broken.behind(platform.unitOfWork(), steps);
            ended = done(new TestData(platform, tables, unit).desk(), tenant);
            if (!ended) {
                List<String> begun = operations(tenant);
                assertEquals(steps == 0 ? List.of() : List.of("tenant.erase-begin op {}"), begun);
                assertTrue(isThere(tenant));
                erase(new TestData(platform, tables).desk(), tenant);
            }
            new Census(platform).rows(tenant).forEach((table, rows) -> assertEquals(0, rows, table));
            assertEquals(2, operations(tenant).size(), "broken off behind " + steps);
            assertFalse(isThere(tenant));
        }
    }

    private boolean done(DataDesk desk, String tenant) {
        try {
            erase(desk, tenant);
            return true;
        } catch (Broken.Gone e) {
            return false;
        }
    }

    @Test
    @DisplayName(
            "rows that come in meanwhile go too; where they do not end, it is given up after five rounds and stays")
    void busy() {
        suspend(a);
        Report report = erase(new TestData(platform, new Refilled(platform, 3)).desk(), a);
        assertEquals(
                3,
                report.lines().stream()
                        .filter(line -> line.what().equals("wishes_wish"))
                        .mapToLong(Line::count)
                        .sum());
        suspend(b);
        DataDesk endless = new TestData(platform, new Refilled(platform, 4)).desk();
        assertEquals("tenant-busy", refused(() -> erase(endless, b)).code());
        assertTrue(isThere(b));
        assertEquals(
                "tenant-erasing",
                refused(() -> operator(() -> platform.tenants().resume(b))).code());
        erase(desk(), b);
        assertFalse(isThere(b));
    }
}
