package org.bottega.core.retention;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bottega.core.deadline.Threads;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has old rows removed a quarter of an hour after the start, and then every hour. Nodes that do it at once do no harm. */
@Component(service = RetentionRuns.class, immediate = true)
public final class RetentionRuns {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionRuns.class);
    private static final long FIRST_MINUTES = 15;
    private static final long PAUSE_MINUTES = 60;

    private final Retention retention;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Threads.named("bottega-retention"));

    @Activate
    public RetentionRuns(@Reference Retention retention) {
        this.retention = retention;
        thread.scheduleWithFixedDelay(
                Threads.surviving("removal of old rows", this::run), FIRST_MINUTES, PAUSE_MINUTES, TimeUnit.MINUTES);
    }

    /** Ends after the rows that are being removed. */
    @Deactivate
    public void stop() {
        retention.stop();
        thread.shutdown();
        Threads.await(List.of(thread));
    }

    private void run() {
        int removed = retention.run();
        if (removed > 0) {
            LOG.info("Removed {} old events and sent mails", removed);
        }
    }
}
