package org.bottega.core.deadline;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bottega.api.spi.Gauges;
import org.bottega.persistence.DueRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is due and not done yet: deliveries of events, mails, deadlines of all tenants. */
@Component
public final class DueGauges implements Gauges {

    private static final String DELIVERIES = "core_delivery";

    private final DueWorks works;
    private final DueRows rows;
    private final Clock clock;

    @Activate
    public DueGauges(
            @Reference DueWorks works, @Reference DueRows rows, @Reference(target = "(time=real)") Clock clock) {
        this.works = works;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public List<Gauge> read() {
        Set<String> tables = new TreeSet<>(Set.of(DELIVERIES));
        works.present().forEach(work -> tables.add(work.service().table()));
        return tables.stream().map(this::backlog).toList();
    }

    private Gauge backlog(String table) {
        return new Gauge(
                "bottega_due_rows",
                "Rows that are due and wait to be worked on, by table",
                Map.of("table", table),
                rows.count(table, clock.instant()));
    }
}
