package org.bottega.core.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Modules;
import org.bottega.api.spi.BatchDueWork;
import org.bottega.api.spi.DueWork;
import org.bottega.core.base.Inside;
import org.bottega.core.clock.Times;
import org.bottega.persistence.DueRows;
import org.bottega.persistence.DueRows.Due;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds due rows and has them done. A row that fails is put off, alone, and parked in the end. */
@Component(service = Sweeper.class)
public final class Sweeper {

    /** Most rows found at one look. */
    public static final int ROWS = 500;

    private static final int TOGETHER = 25;
    private static final int BATCH = 100;
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1), 10);
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final DueRows due;
    private final DueFinder finder;
    private final Callers callers;
    private final Times times;
    private final Inside inside;

    @Activate
    public Sweeper(
            @Reference DueRows due,
            @Reference Modules modules,
            @Reference Callers callers,
            @Reference UnitOfWork unit,
            @Reference Times times) {
        this.due = due;
        this.finder = new DueFinder(due, modules, times);
        this.callers = callers;
        this.times = times;
        this.inside = new Inside(callers, unit);
    }

    /**
     * Due rows by tenant, {@link #ROWS} at most, and as many of each tenant whose clock was moved.
     *
     * @param busy tenants to leave out
     * @param off tenants that had the module off, or were suspended, at the last look; brought up to date
     */
    public Map<String, List<Due>> find(DueWork work, Set<String> busy, Set<String> off) {
        return finder.find(work, busy, off);
    }

    /**
     * Does the rows of one tenant.
     *
     * @param before rows done at the last look and when they were due: one that is due since then still was not moved on,
     *     which counts as a failure, or it would be done for ever
     * @return the rows done now
     */
    public Map<String, Instant> sweep(
            Tracked<DueWork> work, String tenant, List<Due> rows, Map<String, Instant> before) {
        return sweep(work, tenant, rows, before, failure -> {});
    }

    /** The same; tells in a line of text of each row that fails for the first time or is parked. */
    public Map<String, Instant> sweep(
            Tracked<DueWork> work,
            String tenant,
            List<Due> rows,
            Map<String, Instant> before,
            Consumer<String> failures) {
        Map<String, Instant> done = new LinkedHashMap<>();
        int together = together(work.service());
        Batch batch = new Batch(work.service(), tenant, done, failures);
        for (int from = 0; from < rows.size() && work.enter(); from += together) {
            try {
                batch.run(batch.moving(rows.subList(from, Math.min(from + together, rows.size())), before));
            } finally {
                work.leave();
            }
        }
        return done;
    }

    private static int together(DueWork work) {
        if (work instanceof BatchDueWork) {
            return BATCH;
        }
        return work.inUnitOfWork() ? TOGETHER : 1;
    }

    private final class Batch {
        private final DueWork work;
        private final String tenant;
        private final Map<String, Instant> done;
        private final Consumer<String> failures;

        Batch(DueWork work, String tenant, Map<String, Instant> done, Consumer<String> failures) {
            this.failures = failures;
            this.work = work;
            this.tenant = tenant;
            this.done = done;
        }

        List<Due> moving(List<Due> rows, Map<String, Instant> before) {
            List<Due> moving = new ArrayList<>(rows.size());
            for (Due row : rows) {
                if (row.dueAt().equals(before.get(row.id()))) {
                    failed(row, new IllegalStateException(work.id() + " left due_at as it was"));
                } else {
                    moving.add(row);
                }
            }
            return moving;
        }

        void run(List<Due> rows) {
            try {
                if (!rows.isEmpty()) {
                    attempt(rows);
                }
            } catch (RuntimeException | LinkageError e) {
                if (rows.size() == 1) {
                    failed(rows.get(0), e);
                } else {
                    rows.forEach(row -> run(List.of(row)));
                }
            }
        }

        private void attempt(List<Due> rows) {
            if (work.inUnitOfWork()) {
                inside.as(Caller.system(tenant, work.id(), null), () -> {
                    processAll(rows);
                    rows.forEach(this::forget);
                    return null;
                });
            } else {
                rows.forEach(this::process);
                rows.stream()
                        .filter(row -> row.attempts() > 0)
                        .forEach(row -> inside.as(caller(row), () -> {
                            forget(row);
                            return null;
                        }));
            }
            rows.forEach(row -> done.put(row.id(), row.dueAt()));
        }

        private void processAll(List<Due> rows) {
            if (work instanceof BatchDueWork batch) {
                batch.process(rows.stream().map(Due::id).toList());
            } else {
                rows.forEach(this::process);
            }
        }

        private void process(Due row) {
            callers.as(caller(row), () -> {
                work.process(row.id());
                return null;
            });
        }

        private void forget(Due row) {
            if (row.attempts() > 0) {
                due.succeeded(work.table(), row.id());
            }
        }

        private void failed(Due row, Throwable failure) {
            Instant now = work.realTime() ? times.real() : times.of(tenant);
            Instant again = BACKOFF.next(now, row.attempts() + 1);
            boolean tell = row.attempts() == 0 || again == null;
            String what = again == null ? "parked" : "again at " + again;
            String text = Backoff.text(failure);
            LOG.warn("{} of {} {} failed, {}: {}", work.id(), tenant, row.id(), what, text, tell ? failure : null);
            if (tell) {
                failures.accept(work.id() + " of " + row.id() + " failed, " + what + ": " + text);
            }
            inside.as(caller(row), () -> {
                due.failed(work.table(), row, again, text);
                return null;
            });
        }

        private Caller caller(Due row) {
            return Caller.system(tenant, work.id(), row.id());
        }
    }
}
