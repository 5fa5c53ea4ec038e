package org.bottega.core.user;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bottega.api.Callers;
import org.bottega.api.Ids;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Users.Filter;
import org.bottega.api.platform.Users.Kind;
import org.bottega.api.platform.Users.NewUser;
import org.bottega.api.platform.Users.User;
import org.bottega.core.base.Fresh;
import org.bottega.core.base.Inside;
import org.bottega.core.user.UserRows.Stored;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users as they are kept. Changes need an open unit of work. */
@Component(service = UserStore.class)
public final class UserStore {

    private static final int REMEMBERED = 50_000;

    private record Key(String tenant, String id) {}

    private final UserRows rows;
    private final Callers callers;
    private final Inside inside;
    private final Ids ids;
    private final Clock clock;
    private final Fresh<Key, User> known;

    @Activate
    public UserStore(
            @Reference(target = "(unit=core)") Store store,
            @Reference UnitOfWork unit,
            @Reference Callers callers,
            @Reference Ids ids,
            @Reference(target = "(time=real)") Clock clock) {
        this.rows = new UserRows(store);
        this.callers = callers;
        this.inside = new Inside(callers, unit);
        this.ids = ids;
        this.clock = clock;
        this.known = new Fresh<>(unit, REMEMBERED);
    }

    /** By id, from a cache that is at most a second old. */
    Optional<User> find(String tenant, String id) {
        return known.get(new Key(tenant, id), () -> inside.tenant(tenant, () -> rows.find(id))
                .map(Stored::user));
    }

    /** By address, of the current tenant. */
    Optional<Stored> find(Kind kind, String email) {
        return inside.tenant(tenant(), () -> rows.find(kind, email));
    }

    List<User> newest(Filter filter, String before, int limit) {
        return inside.tenant(tenant(), () -> rows.newest(filter, before, limit));
    }

    User add(NewUser n) {
        User user = new User(
                ids.next(),
                n.kind(),
                n.email(),
                n.name(),
                n.seller(),
                n.role(),
                n.locale(),
                false,
                clock.instant(),
                null);
        rows.add(user);
        return user;
    }

    void password(User user, String hash) {
        rows.password(user.id(), hash);
        changed(user.id());
    }

    /** Disables or enables, and returns whether that changed anything. */
    boolean enable(String id, boolean enabled) {
        Instant at = enabled ? null : clock.instant();
        changed(id);
        return rows.disable(id, at);
    }

    void role(String id, String role) {
        rows.role(id, role);
        changed(id);
    }

    void profile(String id, String name, Locale locale) {
        rows.profile(id, name, locale);
        changed(id);
    }

    private void changed(String id) {
        known.changed(new Key(tenant(), id));
    }

    private String tenant() {
        return callers.current().tenant();
    }
}
