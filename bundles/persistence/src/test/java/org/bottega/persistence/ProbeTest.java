package org.bottega.persistence;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bottega.api.Caller;
import org.bottega.api.UnitOfWork;
import org.bottega.persistence.probe.Parcel;
import org.bottega.persistence.probe.Parcels;
import org.bottega.persistence.testing.TestDatabase;

/** What the tests on the probe unit share: a fresh database, a caller of tenant acme, work on another thread. */
abstract class ProbeTest {

    protected static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    protected static final Caller ACME = Caller.operator("acme", "test");

    protected static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    /** Opens a database and runs the test as the operator of tenant acme. */
    protected static void with(TestDatabase.Kind kind, Story story) {
        try (TestDatabase database = kind.open()) {
            Parcels parcels = new Parcels(database.store("probe"));
            database.callers().as(ACME, () -> {
                story.tell(database, database.unitOfWork(), parcels);
                return null;
            });
        }
    }

    @FunctionalInterface
    protected interface Story {
        void tell(TestDatabase database, UnitOfWork work, Parcels parcels);
    }

    protected static Parcel parcel(String id) {
        return new Parcel("acme", id, "anna", NOON);
    }

    protected static void elsewhere(TestDatabase database, Runnable change) {
        CompletableFuture.runAsync(() -> database.callers().as(ACME, () -> {
                    database.unitOfWork().run(change);
                    return null;
                }))
                .join();
    }
}
