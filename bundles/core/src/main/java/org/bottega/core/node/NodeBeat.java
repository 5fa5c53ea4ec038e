package org.bottega.core.node;

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

/** Lets this node be heard of every other second while it runs. */
@Component(service = NodeBeat.class, immediate = true)
public final class NodeBeat {

    private static final Logger LOG = LoggerFactory.getLogger(NodeBeat.class);
    private static final long PAUSE_SECONDS = 2;

    private final Nodes nodes;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Threads.named("bottega-node"));

    @Activate
    public NodeBeat(@Reference Nodes nodes) {
        this.nodes = nodes;
        thread.scheduleWithFixedDelay(
                Threads.surviving("node's beat", nodes::beat), PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    public void stop() {
        thread.shutdown();
        Threads.await(List.of(thread));
        try {
            nodes.leave();
        } catch (RuntimeException e) {
            LOG.info(
                    "The other nodes were not told that this one goes; they notice it in {}: {}",
                    Nodes.SILENCE,
                    e.toString());
        }
    }
}
