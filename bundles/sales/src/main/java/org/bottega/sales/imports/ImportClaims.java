package org.bottega.sales.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bottega.api.Problem;
import org.bottega.sales.Platform;
import org.bottega.sales.imports.store.ImportRow;
import org.bottega.sales.imports.store.ImportTables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who works on which import. One worker holds it, for as long as it keeps getting lines done. */
@Component(service = ImportClaims.class)
public final class ImportClaims {

    /** A worker that gets no lines done for so long has lost the import to the next. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** Goes without a single line getting done before it is given up. */
    static final int MOST_ATTEMPTS = 5;

    private static final Duration BUSY = Duration.ofSeconds(3);
    private static final List<Duration> TROUBLE =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));

    private final Platform platform;
    private final ImportTables tables;
    private final ImportReports reports;
    private final Clock clock;

    @Activate
    public ImportClaims(
            @Reference Platform platform,
            @Reference ImportTables tables,
            @Reference ImportReports reports,
            @Reference(target = "(time=real)") Clock clock) {
        this.platform = platform;
        this.tables = tables;
        this.reports = reports;
        this.clock = clock;
    }

    /** Somebody else holds the import now, or it is gone. */
    static final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeaseLost(String id) {
            super("import " + id + " is held by another worker");
        }
    }

    /**
     * Takes an import that is due. Those of one tenant go one after the other.
     *
     * @return the worker that now holds it, or empty when there is nothing to do for now
     */
    Optional<String> claim(String id) {
        return platform.inUnit(() -> {
            Instant now = clock.instant();
            ImportRow row = tables.imports().lock(id).filter(r -> r.isDue(now)).orElse(null);
            if (row == null) {
                return Optional.empty();
            }
            if (tables.imports().isBusy(id, now)) {
                row.postpone(now.plus(BUSY));
                return Optional.empty();
            }
            if (row.attempts() >= MOST_ATTEMPTS) {
                end(row, ImportState.FAILED, "given up: " + MOST_ATTEMPTS + " workers got no line done");
                return Optional.empty();
            }
            String worker = platform.ids().next();
            row.claim(worker, now, LEASE);
            return Optional.of(worker);
        });
    }

    /** Leaves a due import for later, or for another node. */
    void postpone(String id) {
        platform.inUnit(() -> {
            Instant now = clock.instant();
            tables.imports().lock(id).filter(r -> r.isDue(now)).ifPresent(r -> r.postpone(now.plus(BUSY)));
            return null;
        });
    }

    /**
     * The import, locked. Needs an open unit of work.
     *
     * @throws LeaseLost when the worker does not hold it any more
     */
    ImportRow held(String id, String worker) {
        return tables.imports().lock(id).filter(r -> r.isHeldBy(worker)).orElseThrow(() -> new LeaseLost(id));
    }

    /** Until when a worker holds it that gets lines done now. */
    Instant leaseEnds() {
        return clock.instant().plus(LEASE);
    }

    /** Gives it back, to be gone on with at once. */
    void release(String id, String worker) {
        platform.inUnit(() -> {
            held(id, worker).release(clock.instant(), null);
            return null;
        });
    }

    /** All lines are done. */
    void done(String id, String worker) {
        platform.inUnit(() -> {
            end(held(id, worker), ImportState.DONE, null);
            return null;
        });
    }

    /** Something went wrong: again in a while, or never. */
    void troubled(String id, String worker, Exception why) {
        String text = why instanceof Problem problem
                ? problem.code() + ": " + problem.getMessage()
                : "unexpected failure; the log says more about import " + id;
        platform.inUnit(() -> {
            ImportRow row = held(id, worker);
            int attempts = Math.max(1, row.attempts());
            if (attempts >= MOST_ATTEMPTS) {
                end(row, ImportState.FAILED, text);
            } else {
                row.release(clock.instant().plus(TROUBLE.get(attempts - 1)), text);
            }
            return null;
        });
    }

    private void end(ImportRow row, ImportState state, String why) {
        row.finish(state, clock.instant(), why);
        tables.files().removeAll(row.id());
        reports.ended(row.view());
    }
}
