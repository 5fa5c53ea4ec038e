package org.bottega.core.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bottega.api.spi.DueWork;
import org.bottega.persistence.DueRows.Due;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of due work. One looks, every second and when woken; each kind of work has two of its own, so that none waits
 * for another's slow mail server, and they do one tenant's rows each.
 */
@Component(service = Deadlines.class, immediate = true)
public final class Deadlines {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    private static final int THREADS = 2;
    private static final long MILLIS = 1000;
    private static final long IDLE_SECONDS = 5;

    private final DueWorks works;
    private final Sweeper sweeper;
    private final Wake wake;
    private final Map<Tracked<DueWork>, Doer> doers = new HashMap<>();
    private final Thread looker;
    private volatile boolean open = true;

    @Activate
    public Deadlines(@Reference DueWorks works, @Reference Sweeper sweeper, @Reference Wake wake) {
        this(works, sweeper, wake, MILLIS);
    }

    /** Looks every so many milliseconds, and when woken. */
    Deadlines(DueWorks works, Sweeper sweeper, Wake wake, long millis) {
        this.works = works;
        this.sweeper = sweeper;
        this.wake = wake;
        Runnable look = Threads.surviving("due work", this::look);
        this.looker = Threads.named("bottega-due").newThread(() -> {
            while (open && wake.await(millis)) {
                look.run();
            }
        });
        looker.start();
    }

    /** Ends after the rows that are being done. */
    @Deactivate
    public void stop() {
        open = false;
        wake.up();
        try {
            looker.join(MILLIS * 10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<ExecutorService> pools = new ArrayList<>();
        doers.values().forEach(doer -> pools.add(doer.pool));
        pools.forEach(ExecutorService::shutdown);
        Threads.await(pools);
    }

    private void look() {
        List<Tracked<DueWork>> present = List.copyOf(works.present());
        doers.entrySet().removeIf(entry -> {
            boolean gone = !present.contains(entry.getKey());
            if (gone) {
                entry.getValue().pool.shutdown();
            }
            return gone;
        });
        for (Tracked<DueWork> work : present) {
            doers.computeIfAbsent(work, Doer::new).look.run();
        }
    }

    /** One kind of work. */
    private final class Doer {
        private final Tracked<DueWork> work;
        private final ThreadPoolExecutor pool;
        private final Set<String> busy = ConcurrentHashMap.newKeySet();
        private final Set<String> off = new HashSet<>();
        private final Map<String, Map<String, Instant>> done = new ConcurrentHashMap<>();
        private final Runnable look;

        Doer(Tracked<DueWork> work) {
            this.work = work;
            this.pool = new ThreadPoolExecutor(
                    THREADS,
                    THREADS,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Threads.named("bottega-due-" + work.service().id()));
            pool.allowCoreThreadTimeOut(true);
            this.look = Threads.surviving("due work " + work.service().id(), this::find);
        }

        private void find() {
            Map<String, List<Due>> found = sweeper.find(work.service(), busy, off);
            done.keySet().removeIf(tenant -> !busy.contains(tenant) && !found.containsKey(tenant));
            boolean more = found.values().stream().mapToInt(List::size).sum() >= Sweeper.ROWS;
            found.forEach((tenant, rows) -> {
                if (busy.add(tenant)) {
                    pool.execute(() -> sweep(tenant, rows, more));
                }
            });
        }

        private void sweep(String tenant, List<Due> rows, boolean more) {
            boolean again = false;
            try {
                done.put(tenant, sweeper.sweep(work, tenant, rows, done.getOrDefault(tenant, Map.of())));
                again = more;
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("{} of {} is tried again: {}", work.service().id(), tenant, e.toString());
            } finally {
                busy.remove(tenant);
                if (again) {
                    wake.up();
                }
            }
        }
    }
}
