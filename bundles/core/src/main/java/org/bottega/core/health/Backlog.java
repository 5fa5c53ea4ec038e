package org.bottega.core.health;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bottega.api.platform.Modules;
import org.bottega.api.platform.Tenants;
import org.bottega.api.spi.DueWork;
import org.bottega.core.clock.Times;
import org.bottega.core.deadline.DueWorks;
import org.bottega.persistence.DueRows;
import org.bottega.persistence.DueRows.Due;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks for rows that should have been done by now. Tenants that are suspended, or whose clock was moved, are left out. */
@Component(service = Backlog.class)
public final class Backlog {

    static final Duration LATE = Duration.ofMinutes(10);
    private static final int ROWS = 100;
    private static final int MOST = 1000;

    private final DueRows due;
    private final DueWorks works;
    private final Modules modules;
    private final Tenants tenants;
    private final Times times;

    @Activate
    public Backlog(
            @Reference DueRows due,
            @Reference DueWorks works,
            @Reference Modules modules,
            @Reference Tenants tenants,
            @Reference Times times) {
        this.due = due;
        this.works = works;
        this.modules = modules;
        this.tenants = tenants;
        this.times = times;
    }

    List<DueWork> works() {
        return works.present().stream().map(work -> work.service()).toList();
    }

    /** What is late of this work, in words. */
    Optional<String> late(DueWork work) {
        Instant limit = times.real().minus(LATE);
        Set<String> skip = new HashSet<>(tenants.suspended());
        skip.addAll(times.moved());
        return due.find(work.table(), null, limit, ROWS, skip).stream()
                .filter(row -> modules.runs(row.tenant(), work.module()))
                .findFirst()
                .map(row -> work.id() + ": " + row.tenant() + " " + row.id() + " is due since " + row.dueAt());
    }

    /** Deliveries first in line, of those that are due. */
    List<Due> deliveries() {
        return due.find("core_delivery", "listener", times.real(), ROWS, tenants.suspended());
    }

    Instant now() {
        return times.real();
    }

    /** How many rows are parked, in words, or empty. */
    Optional<String> parked(String table) {
        TreeMap<String, Long> parked = new TreeMap<>(due.countParked(table, MOST));
        return parked.isEmpty() ? Optional.empty() : Optional.of(table + ": " + parked);
    }
}
