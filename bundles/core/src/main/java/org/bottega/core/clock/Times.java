package org.bottega.core.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bottega.persistence.DueRows;
import org.bottega.persistence.DueRows.Due;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Real time, and the time of each tenant. Clocks moved on other nodes are known after the next {@link #refresh}. */
@Component(service = Times.class)
public final class Times {

    private static final String TABLE = "core_clock";
    private static final int MOST = 100_000;

    private final Clock real;
    private final DueRows due;
    private Map<String, Reading> changing = new HashMap<>();
    private long changes;
    private volatile Map<String, Reading> moved = Map.of();

    @Activate
    public Times(@Reference DueRows due, @Reference(target = "(unit=core)") Store store) {
        this(due, Clock.tick(Clock.systemUTC(), Duration.ofMillis(1)));
    }

    /** For tests: {@code real} in place of the machine's own clock. */
    public Times(DueRows due, Clock real) {
        this.due = due;
        this.real = real;
        refresh();
    }

    /** Real time, cut to milliseconds as the databases keep it. */
    public Instant real() {
        return real.instant();
    }

    /** The time of a tenant; with null, real time. */
    public Instant of(String tenant) {
        Reading reading = tenant == null ? null : moved.get(tenant);
        return reading == null ? real() : reading.at(real());
    }

    /** Tenants whose clock was moved. */
    public Set<String> moved() {
        return moved.keySet();
    }

    /** Whether the tenant's clock is being moved: who moves it does what is due. */
    public boolean stands(String tenant) {
        Reading reading = moved.get(tenant);
        return reading != null && reading.stands();
    }

    /** Learns what other nodes have changed. */
    public void refresh() {
        long before = seen();
        Map<String, Reading> read = new HashMap<>();
        for (Due row : due.find(TABLE, "reading", Instant.EPOCH, MOST, Set.of())) {
            read.put(row.tenant(), Reading.of(row.lane()));
        }
        take(read, before);
    }

    private synchronized long seen() {
        return changes;
    }

    /** A change made here while it was being read is newer than what was read. */
    private synchronized void take(Map<String, Reading> read, long before) {
        if (changes == before) {
            changing = read;
            moved = Map.copyOf(read);
        }
    }

    /** The tenant's clock says this now: it is committed. */
    synchronized void changed(String tenant, Reading reading) {
        changes++;
        changing.put(tenant, reading);
        moved = Map.copyOf(changing);
    }
}
