package org.bottega.core.outbox;

import java.util.List;
import java.util.Map;
import org.bottega.api.Audit;
import org.bottega.api.Callers;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.bottega.core.outbox.OutboxReport.Failed;
import org.bottega.core.outbox.OutboxReport.Waiting;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The operator's hand on the deliveries of the current caller's tenant. */
@Component(service = OutboxDesk.class)
public final class OutboxDesk {

    private final OutboxReport report;
    private final LaneQueue lanes;
    private final UnitOfWork unit;
    private final Callers callers;
    private final Audit audit;

    @Activate
    public OutboxDesk(
            @Reference OutboxReport report,
            @Reference LaneQueue lanes,
            @Reference UnitOfWork unit,
            @Reference Callers callers,
            @Reference Audit audit) {
        this.report = report;
        this.lanes = lanes;
        this.unit = unit;
        this.callers = callers;
        this.audit = audit;
    }

    /** What is not delivered yet, by listener. */
    public List<Waiting> waiting() {
        return unit.call(report::waiting);
    }

    /** Deliveries that have failed, the oldest first. */
    public List<Failed> failed(int limit) {
        return unit.call(() -> report.failed(limit));
    }

    /** Makes one failed delivery due now; 404 {@code delivery-not-found} when it never failed or has been made. */
    public void retry(String id) {
        if (retried(id) == 0) {
            throw new Problem(Problem.Kind.NOT_FOUND, "delivery-not-found", "there is no failed delivery " + id);
        }
    }

    /** Makes all failed deliveries due now. Returns how many. */
    public int retryAll() {
        return retried(null);
    }

    private int retried(String id) {
        String tenant = callers.current().tenant();
        return unit.call(() -> {
            int count = report.retry(id);
            if (count > 0) {
                audit.record("outbox.retry", id == null ? "*" : id, Map.of("count", count));
                lanes.addAfterCommit(
                        tenant, report.waiting().stream().map(Waiting::listener).toList());
            }
            return count;
        });
    }
}
