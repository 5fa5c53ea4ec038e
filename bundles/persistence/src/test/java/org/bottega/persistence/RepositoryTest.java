package org.bottega.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.bottega.api.Caller;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.persistence.probe.Lines;
import org.bottega.persistence.probe.Parcel;
import org.bottega.persistence.probe.Parcels;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Repositories reach the rows of the current tenant and seller, and no others")
class RepositoryTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    /** One opened database with the probe unit. */
    private static final class Fixture implements AutoCloseable {
        final TestDatabase database;
        final Parcels parcels;
        final Lines lines;

        Fixture(TestDatabase.Kind kind) {
            database = kind.open();
            Store store = database.store("probe");
            parcels = new Parcels(store);
            lines = new Lines(store);
        }

        <T> T as(String tenant, String seller, Supplier<T> work) {
            Caller caller = new Caller(tenant, Caller.Kind.CLIENT, "c", seller, null, Set.of(), "r");
            return database.callers().as(caller, () -> database.unitOfWork().call(work));
        }

        <T> T as(String tenant, Supplier<T> work) {
            return as(tenant, null, work);
        }

        void add(String tenant, String seller, int count) {
            as(tenant, () -> {
                for (int i = 0; i < count; i++) {
                    String id = "%s-%03d".formatted(seller, i);
                    parcels.add(new Parcel(tenant, id, seller, NOON.plusSeconds(i / 3)).weigh(i));
                }
                return null;
            });
        }

        @Override
        public void close() {
            database.close();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("whatever the query says")
    void twoTenantsTwoSellers(TestDatabase.Kind kind) {
        try (Fixture f = new Fixture(kind)) {
            f.add("acme", "anna", 4);
            f.add("acme", "bruno", 3);
            f.add("bazar", "anna", 2);
            assertEquals(7, f.as("acme", f.parcels::howMany));
            assertEquals(4, f.as("acme", "anna", f.parcels::howMany));
            assertEquals(2, f.as("bazar", f.parcels::howMany));
            assertEquals(0, f.as("other", f.parcels::howMany));
            assertEquals(7, f.as("acme", f.parcels::everywhere).size());
            assertEquals(3, f.as("acme", "bruno", f.parcels::everywhere).size());
            assertEquals(3, f.as("acme", "bruno", f.parcels::totalWeight));
            assertTrue(f.as("acme", () -> f.parcels.find("anna-003")).isPresent());
            assertTrue(f.as("bazar", () -> f.parcels.find("anna-003")).isEmpty());
            assertTrue(f.as("acme", "bruno", () -> f.parcels.find("anna-003")).isEmpty());
            assertTrue(f.as("acme", "bruno", () -> f.parcels.lock("anna-003")).isEmpty());
            assertTrue(f.as("acme", "anna", () -> f.parcels.lock("anna-003")).isPresent());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("and add none elsewhere")
    void addedElsewhere(TestDatabase.Kind kind) {
        try (Fixture f = new Fixture(kind)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> f.as("acme", () -> f.parcels.add(new Parcel("bazar", "1", "anna", NOON))));
            assertThrows(
                    IllegalStateException.class,
                    () -> f.as("acme", "bruno", () -> f.parcels.add(new Parcel("acme", "1", "anna", NOON))));
            String insert = "insert into probe_line (tenant_id, id, parcel) values (?, ?, ?)";
            assertThrows(IllegalStateException.class, () -> f.as("acme", () -> f.lines.run(insert, "bazar", "1", "p")));
            String select = "select id from probe_line where tenant_id = ?";
            assertThrows(IllegalStateException.class, () -> f.as("acme", () -> f.lines.read(select, "bazar")));
            assertEquals(0, f.as("bazar", f.parcels::howMany));
            assertEquals(List.of(), f.as("bazar", () -> f.lines.ids(10)));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("page by page, each row once and in order, with equal sort values too")
    void pages(TestDatabase.Kind kind) {
        try (Fixture f = new Fixture(kind)) {
            f.add("acme", "anna", 25);
            f.add("bazar", "anna", 25);
            List<String> seen = new ArrayList<>();
            String cursor = null;
            do {
                PageRequest request = new PageRequest(7, cursor);
                Page<Parcel> page = f.as("acme", () -> f.parcels.newest(null, request));
                page.items().forEach(parcel -> seen.add(parcel.id()));
                cursor = page.next();
            } while (cursor != null);
            assertEquals(25, seen.size());
            assertEquals(25, new HashSet<>(seen).size());
            assertEquals("anna-024", seen.get(0));
            assertEquals("anna-000", seen.get(24));
            List<String> sorted = new ArrayList<>(seen);
            sorted.sort((a, b) -> b.compareTo(a));
            assertEquals(sorted, seen);
            assertNull(f.as("acme", () -> f.parcels.newest(null, new PageRequest(25, null)))
                    .next());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("and a cursor is good for its own tenant, seller, filter and sort only")
    void foreignCursors(TestDatabase.Kind kind) {
        try (Fixture f = new Fixture(kind)) {
            f.add("acme", "anna", 5);
            f.add("bazar", "anna", 5);
            PageRequest two = new PageRequest(2, null);
            String cursor = f.as("acme", () -> f.parcels.newest(null, two)).next();
            PageRequest more = new PageRequest(2, cursor);
            assertEquals(
                    2, f.as("acme", () -> f.parcels.newest(null, more)).items().size());
            assertRefused(() -> f.as("bazar", () -> f.parcels.newest(null, more)));
            assertRefused(() -> f.as("acme", "anna", () -> f.parcels.newest(null, more)));
            assertRefused(() -> f.as("acme", () -> f.parcels.newest("parcel", more)));
            assertRefused(() -> f.as("acme", () -> f.parcels.byLabel(more)));
            String number = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)
                    .replaceFirst("\\|.\\|(.*)\\|.*", "|l|$1|5");
            String other = Base64.getUrlEncoder().encodeToString(number.getBytes(StandardCharsets.UTF_8));
            for (String nonsense : List.of("x", "%%%", "YWJj", cursor.substring(3), "bnVsbHxpfHh8eA", other)) {
                assertRefused(() -> f.as("acme", () -> f.parcels.newest(null, new PageRequest(2, nonsense))));
            }
        }
    }

    private static void assertRefused(Runnable work) {
        Problem problem = assertThrows(Problem.class, work::run);
        assertEquals("cursor-invalid", problem.code());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("Instants are kept to the millisecond, in any zone of the machine, also in hours that zone skips")
    void instants(TestDatabase.Kind kind) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Rome"));
        try (Fixture f = new Fixture(kind)) {
            Instant skipped = Instant.parse("2026-03-29T02:30:00.123Z");
            f.as("acme", () -> f.parcels.add(new Parcel("acme", "1", "anna", skipped)));
            assertEquals(
                    skipped,
                    f.as("acme", () -> f.parcels.find("1").orElseThrow().sentAt()));
            String count = "select id from probe_parcel where tenant_id = ? and sent_at = ?";
            assertEquals(List.of("1"), f.as("acme", () -> f.lines.read(count, "acme", skipped)));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("Long texts, bytes, batches and sequences work alike on both databases")
    void otherColumns(TestDatabase.Kind kind) {
        try (Fixture f = new Fixture(kind)) {
            String text = "àèì ".repeat(20_000);
            f.as("acme", () -> f.parcels.add(new Parcel("acme", "1", "anna", NOON).note(text)));
            assertEquals(
                    text, f.as("acme", () -> f.parcels.find("1").orElseThrow().note()));
            f.as("acme", () -> {
                f.lines.add(List.of("b", "a", "c"), "1");
                return null;
            });
            assertEquals(List.of("a", "b"), f.as("acme", () -> f.lines.ids(2)));
            long first = f.as("acme", f.lines::number);
            assertEquals(first + 1, f.as("bazar", f.lines::number));
        }
    }
}
