package org.bottega.core.clock;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bottega.core.deadline.Threads;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Learns within a second of clocks that other nodes have moved. */
@Component(service = ClockWatch.class, immediate = true)
public final class ClockWatch {

    private static final long MILLIS = 900;

    private final ScheduledExecutorService ticks =
            Executors.newSingleThreadScheduledExecutor(Threads.named("bottega-clock"));

    @Activate
    public ClockWatch(@Reference Times times) {
        ticks.scheduleWithFixedDelay(
                Threads.surviving("clocks", times::refresh), MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    public void stop() {
        ticks.shutdown();
        Threads.await(List.of(ticks));
    }
}
