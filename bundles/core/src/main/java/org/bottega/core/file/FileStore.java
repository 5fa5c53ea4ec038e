package org.bottega.core.file;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.bottega.api.Files.StoredFile;
import org.bottega.api.Ids;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.FileDesk.Line;
import org.bottega.core.deadline.Wake;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The steps in which files come and go, each a short unit of work of the current caller's tenant. */
@Component(service = FileStore.class)
public final class FileStore {

    /** An upload that did not end in this time is given up. */
    static final Duration UNFINISHED = Duration.ofDays(1);

    private static final int TOGETHER = 50;
    private static final int TIME = 10;
    private static final int LENGTH = 26;
    private static final int TRIES = 500;
    private static final long WAIT = Duration.ofMillis(10).toNanos();

    private final FileRows rows;
    private final UnitOfWork unit;
    private final Ids ids;
    private final Wake wake;
    private final Clock real;

    @Activate
    public FileStore(
            @Reference(target = "(unit=core)") Store store,
            @Reference UnitOfWork unit,
            @Reference Ids ids,
            @Reference Wake wake,
            @Reference(target = "(time=real)") Clock real) {
        this.rows = new FileRows(store);
        this.unit = unit;
        this.ids = ids;
        this.wake = wake;
        this.real = real;
    }

    /** Fails inside a unit of work: a stream is never waited for with a transaction open. */
    void refuseUnit() {
        if (unit.isOpen()) {
            throw new IllegalStateException("a file is stored and read outside of units of work");
        }
    }

    void inUnit(Runnable work) {
        unit.run(work);
    }

    /** Begins a file; returns its id. */
    StoredFile open(String module, String name, String type, Instant at) {
        countable();
        StoredFile file = new StoredFile(newId(), name, type, 0, null, at);
        unit.run(() -> rows.open(file, module, real.instant().plus(UNFINISHED)));
        return file;
    }

    /** Sorted by time as other ids, but nobody guesses the next: 80 random bits. */
    private String newId() {
        return (ids.next().substring(0, TIME) + ids.code("") + ids.code("")).substring(0, LENGTH);
    }

    /** Makes sure that the tenant's bytes are counted. */
    private void countable() {
        for (int i = 0; i < TRIES; i++) {
            if (unit.call(this::counted)) {
                return;
            }
            LockSupport.parkNanos(WAIT);
        }
        throw new Problem(Problem.Kind.UNAVAILABLE, "files-busy", "try again").retryAfter(1);
    }

    private boolean counted() {
        if (rows.hasUsage()) {
            return true;
        }
        boolean mine = unit.tryLock("core.file." + rows.owner());
        if (mine && !rows.hasUsage()) {
            rows.addUsage();
        }
        return mine;
    }

    void add(String id, int chunk, byte[] content, long quota) {
        unit.run(() -> {
            if (!rows.take(content.length, quota)) {
                throw Problem.conflict("quota-exceeded", "the files would take more than " + quota + " bytes")
                        .with("quota", quota)
                        .with("used", rows.used());
            }
            if (!rows.add(id, chunk, content)) {
                throw new IllegalStateException("file " + id + " was given up before its end");
            }
        });
    }

    StoredFile close(String id, String sha256) {
        return unit.call(() -> {
            if (!rows.close(id, sha256)) {
                throw new IllegalStateException("file " + id + " was given up before its end");
            }
            return rows.find(id).orElseThrow();
        });
    }

    Optional<StoredFile> find(String id) {
        return unit.call(() -> rows.find(id));
    }

    Optional<byte[]> chunk(String id, int chunk) {
        return unit.call(() -> rows.chunk(id, chunk));
    }

    List<Line> list(String module, String before, int limit) {
        return unit.call(() -> rows.list(module, before, limit));
    }

    long used() {
        return unit.call(rows::used);
    }

    /** From now on there is no such file; its chunks are cleared away soon. False: there was none. */
    boolean end(String id) {
        return unit.call(() -> {
            boolean ended = rows.end(id, real.instant());
            if (ended) {
                wake.afterCommit();
            }
            return ended;
        });
    }

    long count(String module) {
        return unit.call(() -> rows.count(module));
    }

    /** Ends all files of a module, as {@link #end}. */
    void endAll(String module) {
        unit.run(() -> {
            for (List<String> some = rows.of(module, TOGETHER); !some.isEmpty(); some = rows.of(module, TOGETHER)) {
                some.forEach(this::end);
            }
        });
    }

    /** Clears what is due: an upload that never ended, a file that is gone. */
    void clear(String id) {
        end(id);
        boolean more = true;
        while (more) {
            more = unit.call(() -> rows.clear(id, TOGETHER));
        }
    }
}
