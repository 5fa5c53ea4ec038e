package org.bottega.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.bottega.api.Problem;
import org.bottega.persistence.probe.Parcel;
import org.bottega.persistence.probe.Parcels;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Units of work that meet at the same rows")
class RacesTest extends ProbeTest {

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("A lost race for the same row is run again")
    void optimistic(TestDatabase.Kind kind) {
        with(kind, (database, work, parcels) -> {
            work.run(() -> parcels.add(parcel("1")));
            AtomicInteger runs = new AtomicInteger();
            work.run(() -> {
                Parcel mine = parcels.find("1").orElseThrow();
                if (runs.incrementAndGet() == 1) {
                    elsewhere(database, () -> parcels.find("1").orElseThrow().weigh(10));
                }
                mine.weigh(mine.weight() + 1);
            });
            assertEquals(2, runs.get());
            assertEquals(
                    11L, work.<Long>call(() -> parcels.find("1").orElseThrow().weight()));
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("A row that others change every time is refused with changed-meanwhile after four tries")
    void optimisticForever(TestDatabase.Kind kind) {
        with(kind, (database, work, parcels) -> {
            work.run(() -> parcels.add(parcel("1")));
            AtomicInteger runs = new AtomicInteger();
            Problem problem = assertThrows(
                    Problem.class,
                    () -> work.run(() -> {
                        Parcel mine = parcels.find("1").orElseThrow();
                        int run = runs.incrementAndGet();
                        elsewhere(
                                database, () -> parcels.find("1").orElseThrow().weigh(run));
                        mine.weigh(-1);
                    }));
            assertEquals("changed-meanwhile", problem.code());
            assertEquals(4, runs.get());
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("A taken unique value is a conflict, and nothing is half done")
    void duplicate(TestDatabase.Kind kind) {
        with(kind, (database, work, parcels) -> {
            work.run(() -> parcels.add(parcel("1").label("same")));
            Problem problem = assertThrows(
                    Problem.class,
                    () -> work.run(() -> {
                        parcels.add(parcel("2"));
                        parcels.add(parcel("3").label("same"));
                    }));
            assertEquals("exists-already", problem.code());
            assertEquals(1L, work.<Long>call(parcels::howMany));
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("A deadlock is run again, and both sides end well")
    void deadlock(TestDatabase.Kind kind) {
        with(kind, (database, work, parcels) -> {
            work.run(() -> {
                parcels.add(parcel("1"));
                parcels.add(parcel("2"));
            });
            CyclicBarrier both = new CyclicBarrier(2);
            CompletableFuture<?> other = CompletableFuture.runAsync(() -> crossing(database, parcels, both, "2", "1"));
            crossing(database, parcels, both, "1", "2");
            other.join();
            long total = work.<Long>call(parcels::totalWeight);
            assertEquals(4, total);
        });
    }

    private static void crossing(
            TestDatabase database, Parcels parcels, CyclicBarrier both, String first, String second) {
        AtomicInteger runs = new AtomicInteger();
        database.callers().as(ACME, () -> {
            database.unitOfWork().run(() -> {
                Parcel a = parcels.lock(first).orElseThrow();
                if (runs.incrementAndGet() == 1) {
                    await(both);
                }
                Parcel b = parcels.lock(second).orElseThrow();
                a.weigh(a.weight() + 1);
                b.weigh(b.weight() + 1);
            });
            return null;
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
