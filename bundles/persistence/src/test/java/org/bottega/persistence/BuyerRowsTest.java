package org.bottega.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.bottega.api.Caller;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.persistence.probe.Letter;
import org.bottega.persistence.probe.Letters;
import org.bottega.persistence.probe.Parcel;
import org.bottega.persistence.probe.Parcels;
import org.bottega.persistence.probe.Poster;
import org.bottega.persistence.probe.Posters;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A buyer reaches own rows and what is open to buyers, and nothing else")
class BuyerRowsTest {
    private static final String ADA = "ada@example.com";
    private static final String BEA = "bea@example.com";

    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    /** Two letters of Ada's, one of Bea's, and one of Ada's at another tenant. */
    private static final class Fixture implements AutoCloseable {
        final TestDatabase database;
        final Letters letters;
        final Posters posters;
        final Parcels parcels;

        Fixture(TestDatabase.Kind kind) {
            database = kind.open();
            Store store = database.store("probe");
            letters = new Letters(store);
            posters = new Posters(store);
            parcels = new Parcels(store);
            as(Caller.operator("acme", "test"), () -> {
                letters.add(new Letter("acme", "a1", ADA, 1));
                letters.add(new Letter("acme", "a2", ADA, 2));
                letters.add(new Letter("acme", "b1", BEA, 4));
                posters.add(new Poster("acme", "p"));
                return parcels.add(new Parcel("acme", "x", "anna", Instant.EPOCH));
            });
            as(Caller.operator("bazar", "test"), () -> letters.add(new Letter("bazar", "a3", ADA, 8)));
        }

        <T> T as(Caller caller, Supplier<T> work) {
            return database.callers().as(caller, () -> database.unitOfWork().call(work));
        }

        <T> T buyer(String email, Supplier<T> work) {
            return as(Caller.buyer("acme", "id-" + email, email, Set.of(), "r"), work);
        }

        @Override
        public void close() {
            database.close();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("by id, locked, listed, counted, summed up, whatever the query says")
    void ownRows(TestDatabase.Kind kind) {
        try (Fixture f = new Fixture(kind)) {
            assertTrue(f.buyer(ADA, () -> f.letters.find("a1")).isPresent());
            assertTrue(f.buyer(ADA, () -> f.letters.lock("a1")).isPresent());
            for (String foreign : List.of("b1", "a3")) {
                assertTrue(f.buyer(ADA, () -> f.letters.find(foreign)).isEmpty());
                assertTrue(f.buyer(ADA, () -> f.letters.lock(foreign)).isEmpty());
            }
            assertEquals(2, f.buyer(ADA, f.letters::everywhere).size());
            assertEquals(2, f.buyer(ADA, f.letters::howMany));
            assertEquals(3, f.buyer(ADA, f.letters::allPages));
            assertEquals(4, f.buyer(BEA, f.letters::allPages));
            assertTrue(f.buyer(BEA, () -> f.letters.isThere(4)));
            assertTrue(!f.buyer(ADA, () -> f.letters.isThere(4)));
            assertEquals(0, f.buyer("nobody@example.com", f.letters::howMany));
            assertEquals(3, f.as(Caller.operator("acme", "test"), f.letters::howMany));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("page by page, with cursors that are good for that buyer only")
    void cursors(TestDatabase.Kind kind) {
        try (Fixture f = new Fixture(kind)) {
            PageRequest one = new PageRequest(1, null);
            String cursor = f.buyer(ADA, () -> f.letters.shortest(one)).next();
            PageRequest more = new PageRequest(1, cursor);
            assertEquals(
                    "a2",
                    f.buyer(ADA, () -> f.letters.shortest(more)).items().get(0).id());
            Problem problem = assertThrows(Problem.class, () -> f.buyer(BEA, () -> f.letters.shortest(more)));
            assertEquals("cursor-invalid", problem.code());
            assertThrows(Problem.class, () -> f.as(Caller.operator("acme", "test"), () -> f.letters.shortest(more)));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("adding rows of his own only: not another buyer's, and none that is merely open to buyers")
    void adding(TestDatabase.Kind kind) {
        try (Fixture f = new Fixture(kind)) {
            f.buyer(ADA, () -> f.letters.add(new Letter("acme", "a4", ADA, 16)));
            assertEquals(3, f.buyer(ADA, f.letters::howMany));
            refused(() -> f.buyer(ADA, () -> f.letters.add(new Letter("acme", "b2", BEA, 1))));
            refused(() -> f.buyer(ADA, () -> f.posters.add(new Poster("acme", "q"))));
            assertEquals(1, f.buyer(BEA, f.posters::howMany));
            assertTrue(f.buyer(BEA, () -> f.posters.find("p")).isPresent());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("an entity that says nothing of buyers is out of reach, by every way")
    void closed(TestDatabase.Kind kind) {
        try (Fixture f = new Fixture(kind)) {
            refused(() -> f.buyer(ADA, () -> f.parcels.find("x")));
            refused(() -> f.buyer(ADA, () -> f.parcels.lock("x")));
            refused(() -> f.buyer(ADA, f.parcels::everywhere));
            refused(() -> f.buyer(ADA, f.parcels::howMany));
            refused(() -> f.buyer(ADA, f.parcels::totalWeight));
            refused(() -> f.buyer(ADA, () -> f.parcels.byLabel(new PageRequest(1, null))));
            refused(() -> f.buyer(ADA, () -> f.parcels.add(new Parcel("acme", "y", "anna", Instant.EPOCH))));
        }
    }

    private static void refused(Runnable work) {
        assertThrows(IllegalStateException.class, work::run);
    }
}
