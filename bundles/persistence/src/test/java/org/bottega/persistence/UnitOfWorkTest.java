package org.bottega.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A unit of work does everything or nothing")
class UnitOfWorkTest extends ProbeTest {

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("An exception rolls back, also after a flush and from a nested unit that is caught")
    void rollsBack(TestDatabase.Kind kind) {
        with(kind, (database, work, parcels) -> {
            IllegalArgumentException boom = new IllegalArgumentException("boom");
            Exception thrown = assertThrows(
                    IllegalArgumentException.class,
                    () -> work.run(() -> {
                        parcels.add(parcel("1"));
                        parcels.write();
                        throw boom;
                    }));
            assertSame(boom, thrown);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> work.run(() -> {
                        parcels.add(parcel("2"));
                        assertThrows(
                                IllegalArgumentException.class,
                                () -> work.run(() -> {
                                    throw boom;
                                }));
                    }));
            assertEquals(0L, work.<Long>call(parcels::howMany));
            work.run(() -> parcels.add(parcel("3")));
            assertEquals(1L, work.<Long>call(parcels::howMany));
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("What is to follow a commit follows a commit only, outside the transaction")
    void afterCommit(TestDatabase.Kind kind) {
        with(kind, (database, work, parcels) -> {
            List<String> told = new ArrayList<>();
            work.run(() -> {
                parcels.add(parcel("1"));
                work.run(() ->
                        work.afterCommit(() -> told.add(work.isOpen() + "/" + work.<Long>call(parcels::howMany))));
                assertEquals(List.of(), told);
            });
            assertEquals(List.of("false/1"), told);
            assertThrows(
                    IllegalStateException.class,
                    () -> work.run(() -> {
                        work.afterCommit(() -> told.add("never"));
                        throw new IllegalStateException("boom");
                    }));
            assertEquals(1, told.size());
            assertFalse(work.isOpen());
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("The tenant cannot change inside, and without a caller nothing opens")
    void tenantIsFixed(TestDatabase.Kind kind) {
        with(kind, (database, work, parcels) -> {
            assertThrows(
                    IllegalStateException.class,
                    () -> work.run(() -> database.callers().as(Caller.operator("bazar", "test"), () -> 1)));
            work.run(() -> database.callers().as(Caller.system("acme", "x", "r"), () -> 1));
            IllegalStateException nobody = assertThrows(IllegalStateException.class, () -> {
                try {
                    CompletableFuture.runAsync(() -> work.run(() -> {})).join();
                } catch (java.util.concurrent.CompletionException e) {
                    throw (RuntimeException) e.getCause();
                }
            });
            assertTrue(nobody.getMessage().contains("no caller"));
            assertThrows(IllegalStateException.class, parcels::howMany);
            assertEquals(ACME, database.callers().current());
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("A named lock is held to the end of the unit, by one only")
    void locks(TestDatabase.Kind kind) {
        with(kind, (database, work, parcels) -> {
            work.run(() -> {
                assertTrue(work.tryLock("job"));
                assertTrue(work.tryLock("job"));
                elsewhere(database, () -> assertFalse(work.tryLock("job")));
                elsewhere(database, () -> assertTrue(work.tryLock("another")));
            });
            work.run(() -> assertTrue(work.tryLock("job")));
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("A connection lost in the middle is 503, nothing is done, and the next unit works")
    void connectionLost(TestDatabase.Kind kind) {
        with(kind, (database, work, parcels) -> {
            Problem problem = assertThrows(
                    Problem.class,
                    () -> work.run(() -> {
                        parcels.add(parcel("1"));
                        parcels.write();
                        lose(database.connection());
                    }));
            assertEquals("database-unavailable", problem.code());
            assertEquals(0L, work.<Long>call(parcels::howMany));
        });
    }

    private static void lose(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
