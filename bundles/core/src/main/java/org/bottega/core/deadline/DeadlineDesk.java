package org.bottega.core.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bottega.api.Audit;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.bottega.api.spi.DueWork;
import org.bottega.core.clock.Times;
import org.bottega.persistence.DueRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The operator's hand on due rows of the current caller's tenant that were given up, of the work that is here now. Mails
 * have a desk of their own.
 */
@Component(service = DeadlineDesk.class)
public final class DeadlineDesk {

    /** Mails are listed and sent again by commands of their own. */
    public static final String MAILS = "core_mail";

    private static final int MOST = 1000;

    private final DueRows rows;
    private final DueWorks works;
    private final UnitOfWork unit;
    private final Times times;
    private final Audit audit;

    @Activate
    public DeadlineDesk(
            @Reference DueRows rows,
            @Reference DueWorks works,
            @Reference UnitOfWork unit,
            @Reference Times times,
            @Reference Audit audit) {
        this.rows = rows;
        this.works = works;
        this.unit = unit;
        this.times = times;
        this.audit = audit;
    }

    /** A row that was given up. @param error of the last attempt */
    public record GivenUp(String work, String id, int attempts, String error) {}

    /** Marketplaces in which rows were given up; so many that no more than a thousand rows of a table are looked at. */
    public Set<String> tenants() {
        return works().flatMap(work -> rows.countParked(work.table(), MOST).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Rows that were given up, by work. */
    public List<GivenUp> givenUp(int limit) {
        return unit.call(() -> works().flatMap(work -> rows.parked(work.table(), limit).stream()
                        .map(row -> new GivenUp(work.id(), row.id(), row.attempts(), row.error())))
                .limit(limit)
                .toList());
    }

    /**
     * Makes one row that was given up due now.
     *
     * @param work whose row it is, or null: whosever
     * @throws Problem 404 {@code deadline-not-found} when nothing with this id was given up
     */
    public void retry(String tenant, String work, String id) {
        if (retried(tenant, work, id) == 0) {
            throw new Problem(Problem.Kind.NOT_FOUND, "deadline-not-found", "nothing was given up of " + id);
        }
    }

    /** Makes all rows that were given up due now, of one work or with null of all. Returns how many. */
    public int retryAll(String tenant, String work) {
        return retried(tenant, work, null);
    }

    private int retried(String tenant, String work, String id) {
        return unit.call(() -> {
            int count = works().filter(each -> work == null || work.equals(each.id()))
                    .mapToInt(each -> rows.retry(each.table(), id, now(each, tenant)))
                    .sum();
            if (count > 0) {
                audit.record("deadline.retry", id == null ? "*" : id, Map.of("count", count));
            }
            return count;
        });
    }

    private Instant now(DueWork work, String tenant) {
        return work.realTime() ? times.real() : times.of(tenant);
    }

    private Stream<DueWork> works() {
        return works.present().stream().<DueWork>map(Tracked::service).filter(work -> !work.table()
                .equals(MAILS));
    }
}
