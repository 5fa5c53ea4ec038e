package org.bottega.core.outbox;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;
import org.bottega.persistence.DueRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds lanes with something due that nobody here was told of: what is to be tried again, what another node left behind,
 * what waited for its listener. It sees the first rows only; while there are more, it names all lanes of some tenants too,
 * other ones at each look, so that no backlog hides a lane for good.
 */
@Component(service = DueLanes.class)
public final class DueLanes {

    private static final int ROWS = 500;
    private static final int TENANTS = 20;

    private final DueRows due;
    private final Tenants tenants;
    private final Listeners listeners;
    private final Clock clock;
    private int turn;

    @Activate
    public DueLanes(
            @Reference DueRows due,
            @Reference Tenants tenants,
            @Reference Listeners listeners,
            @Reference(target = "(time=real)") Clock clock) {
        this.due = due;
        this.tenants = tenants;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Lanes to run, of listeners that are here. */
    public synchronized Set<Lane> find() {
        Set<String> present = listeners.ids();
        Set<Lane> lanes = new LinkedHashSet<>();
        if (present.isEmpty()) {
            return lanes;
        }
        List<DueRows.Due> rows = due.find("core_delivery", "listener", clock.instant(), ROWS, tenants.suspended());
        for (DueRows.Due row : rows) {
            if (present.contains(row.lane())) {
                lanes.add(new Lane(row.tenant(), row.lane()));
            }
        }
        if (rows.size() == ROWS) {
            inTurn(present, lanes);
        }
        return lanes;
    }

    private void inTurn(Set<String> present, Set<Lane> lanes) {
        List<Tenant> all = tenants.list();
        for (int i = 0; i < Math.min(TENANTS, all.size()); i++) {
            String tenant = all.get(Math.floorMod(turn++, all.size())).id();
            present.forEach(listener -> lanes.add(new Lane(tenant, listener)));
        }
    }
}
