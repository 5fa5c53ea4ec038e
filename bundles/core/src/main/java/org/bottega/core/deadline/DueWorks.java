package org.bottega.core.deadline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bottega.api.spi.DueWork;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kinds of due work that this node knows how to do, as their services come and go. */
@Component(service = DueWorks.class)
public final class DueWorks {

    private static final Logger LOG = LoggerFactory.getLogger(DueWorks.class);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final List<Tracked<DueWork>> present = new CopyOnWriteArrayList<>();

    @Reference(name = "work", cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bind(DueWork work) {
        present.add(new Tracked<>(work));
    }

    /** Waits for the rows that the work is at. */
    public void unbind(DueWork work) {
        for (Tracked<DueWork> tracked : present) {
            if (tracked.service() == work) {
                present.remove(tracked);
                if (!tracked.close(DRAIN)) {
                    LOG.warn("Due work {} goes away in the midst of a row", work.id());
                }
            }
        }
    }

    /** The kinds that are here now. */
    public List<Tracked<DueWork>> present() {
        return present;
    }
}
