package org.bottega.core.user;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bottega.api.Callers;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Roles.Role;
import org.bottega.core.base.Fresh;
import org.bottega.core.base.Inside;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The roles that tenants made. Changes need an open unit of work. */
@Component(service = RoleStore.class)
public final class RoleStore {

    private static final int REMEMBERED = 10_000;

    private record Key(String tenant, String id) {}

    private final RoleRows rows;
    private final Callers callers;
    private final Inside inside;
    private final Clock clock;
    private final Fresh<Key, Role> known;

    @Activate
    public RoleStore(
            @Reference(target = "(unit=core)") Store store,
            @Reference UnitOfWork unit,
            @Reference Callers callers,
            @Reference(target = "(time=real)") Clock clock) {
        this.rows = new RoleRows(store);
        this.callers = callers;
        this.inside = new Inside(callers, unit);
        this.clock = clock;
        this.known = new Fresh<>(unit, REMEMBERED);
    }

    /** By id, from a cache that is at most a second old. */
    Optional<Role> find(String tenant, String id) {
        return known.get(new Key(tenant, id), () -> inside.tenant(tenant, () -> rows.find(id)));
    }

    /** Those whose ids come after this one, by id. */
    List<Role> list(String after, int limit) {
        return inside.tenant(callers.current().tenant(), () -> rows.list(after, limit));
    }

    void add(String id, Set<String> permissions) {
        rows.add(id, permissions, clock.instant());
    }

    void change(String id, Set<String> permissions) {
        rows.change(id, permissions);
        changed(id);
    }

    void remove(String id) {
        rows.remove(id);
        changed(id);
    }

    private void changed(String id) {
        known.changed(new Key(callers.current().tenant(), id));
    }
}
