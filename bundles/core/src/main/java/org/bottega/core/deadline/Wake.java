package org.bottega.core.deadline;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bottega.api.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Wakes the sweeper before its second is over. */
@Component(service = Wake.class)
public final class Wake {

    private final UnitOfWork unit;
    private final Semaphore calls = new Semaphore(0);

    @Activate
    public Wake(@Reference UnitOfWork unit) {
        this.unit = unit;
    }

    /** Something is due once the open unit of work has committed. */
    public void afterCommit() {
        unit.afterCommit(this::up);
    }

    /** Something is due. */
    public void up() {
        calls.release();
    }

    /** Waits for a call, at most {@code millis}. False: the thread was interrupted. */
    boolean await(long millis) {
        try {
            calls.tryAcquire(millis, TimeUnit.MILLISECONDS);
            calls.drainPermits();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
