package org.bottega.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bottega.api.Problem;
import org.bottega.persistence.probe.Parcels;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BusyTest extends ProbeTest {

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("Who waits for a lock that is not given is told so after five seconds, once, and may come again")
    void lockNotGiven(TestDatabase.Kind kind) {
        whileLocked(kind, parcels -> parcels.lock("1"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("Who changes what another holds is told that it is busy, not that it was changed meanwhile")
    void changeNotWritten(TestDatabase.Kind kind) {
        whileLocked(kind, parcels -> parcels.find("1").orElseThrow().weigh(3));
    }

    private static void whileLocked(TestDatabase.Kind kind, Consumer<Parcels> wish) {
        with(kind, (database, work, parcels) -> {
            work.run(() -> parcels.add(parcel("1")));
            AtomicReference<Problem> refused = new AtomicReference<>();
            long start = System.nanoTime();
            work.run(() -> {
                parcels.lock("1").orElseThrow();
                try {
                    elsewhere(database, () -> wish.accept(parcels));
                } catch (CompletionException busy) {
                    refused.set((Problem) busy.getCause());
                }
            });
            assertEquals("database-busy", refused.get().code());
            assertEquals(2, refused.get().members().get("retryAfter"));
            assertTrue(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) < 15);
            elsewhere(database, () -> wish.accept(parcels));
        });
    }
}
