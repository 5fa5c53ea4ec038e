package org.bottega.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Due rows")
class DueRowsTest extends ProbeTest {

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("Due rows are found across tenants, failures counted, parked rows left")
    void dueRows(TestDatabase.Kind kind) {
        with(kind, (database, work, parcels) -> {
            work.run(() -> parcels.add(parcel("1").due(NOON)));
            work.run(() -> parcels.add(parcel("2").due(NOON.plusMillis(1))));
            DueRows due = database.dueRows();
            assertEquals(List.of(), due.find("probe_parcel", null, NOON.minusMillis(1), 10, java.util.Set.of()));
            assertEquals(0, due.count("probe_parcel", NOON.minusMillis(1)));
            assertEquals(1, due.count("probe_parcel", NOON));
            assertEquals(2, due.count("probe_parcel", NOON.plusMillis(1)));
            DueRows.Due first = due.find("probe_parcel", "seller_id", NOON, 10, java.util.Set.of())
                    .get(0);
            assertEquals(new DueRows.Due("acme", "1", "anna", NOON, 0), first);
            assertEquals(
                    1,
                    due.find("probe_parcel", null, NOON.plusMillis(1), 1, java.util.Set.of())
                            .size());
            assertEquals(List.of(), due.find("probe_parcel", null, NOON, 10, java.util.Set.of("acme")));
            assertEquals(NOON, due.next("probe_parcel"));
            work.run(() -> due.failed("probe_parcel", first, NOON.plusSeconds(9), "no"));
            assertEquals(NOON.plusMillis(1), due.next("probe_parcel"));
            DueRows.Due again = due.find("probe_parcel", null, NOON.plusSeconds(9), 10, java.util.Set.of())
                    .get(1);
            assertEquals(1, again.attempts());
            work.run(() -> due.failed("probe_parcel", again, null, "gave up"));
            assertEquals(
                    1,
                    due.find("probe_parcel", null, NOON.plusSeconds(99), 10, java.util.Set.of())
                            .size());
            work.run(() ->
                    assertEquals("gave up", parcels.find("1").orElseThrow().dueError()));
            assertThrows(IllegalArgumentException.class, () -> due.next("probe_setting"));
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("Parked rows are counted, listed with their error, and made due again, alone or all")
    void parked(TestDatabase.Kind kind) {
        with(kind, (database, work, parcels) -> {
            DueRows due = database.dueRows();
            work.run(() -> {
                for (String id : List.of("1", "2", "3")) {
                    parcels.add(parcel(id).due(NOON));
                }
                parcels.add(parcel("4"));
            });
            work.run(() -> due.of("probe_parcel", "acme", NOON, 9)
                    .forEach(row -> due.failed("probe_parcel", row, null, "no " + row.id())));
            assertEquals(Map.of("acme", 3L), due.countParked("probe_parcel", 9));
            assertEquals(Map.of("acme", 2L), due.countParked("probe_parcel", 2));
            work.run(() -> {
                assertEquals(
                        List.of(new DueRows.Parked("1", 1, "no 1"), new DueRows.Parked("2", 1, "no 2")),
                        due.parked("probe_parcel", 2));
                assertEquals(1, due.retry("probe_parcel", "2", NOON));
                assertEquals(0, due.retry("probe_parcel", "2", NOON), "it is due");
                assertEquals(0, due.retry("probe_parcel", "4", NOON), "it never failed");
            });
            assertEquals(List.of(new DueRows.Due("acme", "2", null, NOON, 0)), due.of("probe_parcel", "acme", NOON, 9));
            work.run(() -> assertEquals(2, due.retry("probe_parcel", null, NOON)));
            assertEquals(Map.of(), due.countParked("probe_parcel", 9));
            assertEquals(3, due.count("probe_parcel", NOON));
        });
    }
}
