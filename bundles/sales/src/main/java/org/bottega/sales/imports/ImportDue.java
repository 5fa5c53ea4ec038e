package org.bottega.sales.imports;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.spi.DueWork;
import org.bottega.sales.SalesModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins imports that are due, on threads of its own: an import takes minutes, and other due work does not wait for it. */
@Component(service = DueWork.class)
public final class ImportDue implements DueWork {

    /** Imports that one node works on at a time. */
    static final int THREADS = 2;

    private static final long PATIENCE_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(ImportDue.class);

    private final Callers callers;
    private final ImportClaims claims;
    private final ImportWorker worker;
    private final ExecutorService threads;
    private final Semaphore free = new Semaphore(THREADS);
    private volatile boolean stopping;

    @Activate
    public ImportDue(@Reference Callers callers, @Reference ImportClaims claims, @Reference ImportWorker worker) {
        this.callers = callers;
        this.claims = claims;
        this.worker = worker;
        AtomicInteger count = new AtomicInteger();
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "sales-import-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public String id() {
        return "sales.import";
    }

    @Override
    public String module() {
        return SalesModule.ID;
    }

    @Override
    public String table() {
        return "sales_import";
    }

    @Override
    public boolean inUnitOfWork() {
        return false;
    }

    @Override
    public boolean realTime() {
        return true;
    }

    @Override
    public void process(String id) {
        if (stopping || !free.tryAcquire()) {
            claims.postpone(id);
            return;
        }
        boolean begun = false;
        try {
            Optional<String> held = claims.claim(id);
            if (held.isPresent()) {
                begin(callers.current(), id, held.get());
                begun = true;
            }
        } finally {
            if (!begun) {
                free.release();
            }
        }
    }

    private void begin(Caller caller, String id, String holder) {
        threads.execute(() -> {
            try {
                callers.as(caller, () -> {
                    worker.run(id, holder, () -> stopping);
                    return null;
                });
            } finally {
                free.release();
            }
        });
    }

    /** The lines at hand are finished, the rest is left to others. Nothing is interrupted: a database may not bear it. */
    @Deactivate
    void stop() {
        stopping = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Imports did not stop within {} s; their leases run out", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
