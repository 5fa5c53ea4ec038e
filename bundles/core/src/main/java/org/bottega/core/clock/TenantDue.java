package org.bottega.core.clock;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.bottega.api.platform.Modules;
import org.bottega.api.spi.DueWork;
import org.bottega.core.deadline.DueWorks;
import org.bottega.core.deadline.Sweeper;
import org.bottega.core.deadline.Tracked;
import org.bottega.persistence.DueRows;
import org.bottega.persistence.DueRows.Due;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One tenant's due rows in business time, of the modules that it has on. */
@Component(service = TenantDue.class)
public final class TenantDue {

    private final DueWorks works;
    private final DueRows due;
    private final Sweeper sweeper;
    private final Modules modules;

    @Activate
    public TenantDue(
            @Reference DueWorks works, @Reference DueRows due, @Reference Sweeper sweeper, @Reference Modules modules) {
        this.works = works;
        this.due = due;
        this.sweeper = sweeper;
        this.modules = modules;
    }

    /** When the next row falls due, if any will. */
    Optional<Instant> next(String tenant) {
        return works(tenant).stream()
                .map(work -> due.next(work.service().table(), tenant))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    /**
     * Does rows that are due, of one kind of work.
     *
     * @param before what was done since the clock last moved, by kind; it is brought up to date
     * @return how many; 0 when none is due any more
     */
    int some(String tenant, Instant now, Map<DueWork, Map<String, Instant>> before, Consumer<String> failures) {
        for (Tracked<DueWork> work : works(tenant)) {
            List<Due> rows = due.of(work.service().table(), tenant, now, Sweeper.ROWS);
            if (!rows.isEmpty()) {
                Map<String, Instant> last = before.getOrDefault(work.service(), Map.of());
                before.put(work.service(), sweeper.sweep(work, tenant, rows, last, failures));
                return rows.size();
            }
        }
        return 0;
    }

    /** Whether the tenant is not suspended. */
    boolean goesOn(String tenant) {
        return modules.runs(tenant, "core");
    }

    /** The kinds, always in the same order. */
    private List<Tracked<DueWork>> works(String tenant) {
        return works.present().stream()
                .filter(work -> !work.service().realTime()
                        && modules.runs(tenant, work.service().module()))
                .sorted(Comparator.comparing(work -> work.service().id()))
                .toList();
    }

    /** Modules that the tenant has on and that do not run here: what is due of theirs has to wait. */
    List<String> absent() {
        return modules.list().stream()
                .filter(module -> module.on() && !module.deployed())
                .map(Modules.Status::id)
                .toList();
    }
}
