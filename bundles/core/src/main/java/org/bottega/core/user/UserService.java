package org.bottega.core.user;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bottega.api.Audit;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Users;
import org.bottega.core.base.Cursors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The people of a marketplace. Nobody gives, or takes away, more than he has; nobody shuts himself out. */
@Component
public final class UserService implements Users {

    private final UserStore users;
    private final NewUsers newcomers;
    private final Sessions sessions;
    private final Callers callers;
    private final Books books;

    /** Transactions, and the lines written in them. */
    @Component(service = Books.class)
    public static final class Books {
        private final UnitOfWork unit;
        private final Audit audit;
        private final Grants grants;

        @Activate
        public Books(@Reference UnitOfWork unit, @Reference Audit audit, @Reference Grants grants) {
            this.unit = unit;
            this.audit = audit;
            this.grants = grants;
        }
    }

    @Activate
    public UserService(
            @Reference UserStore users,
            @Reference NewUsers newcomers,
            @Reference Sessions sessions,
            @Reference Callers callers,
            @Reference Books books) {
        this.users = users;
        this.newcomers = newcomers;
        this.sessions = sessions;
        this.callers = callers;
        this.books = books;
    }

    @Override
    public User create(NewUser wanted) {
        NewUser checked = newcomers.check(wanted);
        return books.unit.call(() -> {
            User user = newcomers.add(checked);
            Map<String, Object> details = new HashMap<>();
            details.put("kind", user.kind().name());
            details.put("role", user.role());
            details.put("seller", user.seller());
            books.audit.record("user.create", user.id(), details);
            return user;
        });
    }

    @Override
    public Page<User> list(Filter filter, PageRequest request) {
        Caller caller = callers.current();
        String own = caller.seller();
        if (own != null
                && (filter.kind() == Kind.BUYER
                        || filter.seller() != null && !filter.seller().equals(own))) {
            return new Page<>(List.of(), null);
        }
        Filter mine =
                own == null ? filter : new Filter(Kind.STAFF, filter.email(), own, filter.role(), filter.enabled());
        String list = "users|" + caller.tenant() + '|' + mine;
        String before = request.cursor() == null ? null : Cursors.position(list, request.cursor());
        List<User> found = users.newest(mine, before, request.limit() + 1);
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<User> items = found.subList(0, request.limit());
        return new Page<>(items, Cursors.of(list, items.get(items.size() - 1).id()));
    }

    @Override
    public Optional<User> find(String id) {
        Caller caller = callers.current();
        return id == null
                ? Optional.empty()
                : users.find(caller.tenant(), id)
                        .filter(user ->
                                caller.seller() == null || caller.seller().equals(user.seller()));
    }

    @Override
    public User disable(String id) {
        return enable(id, false);
    }

    @Override
    public User enable(String id) {
        return enable(id, true);
    }

    private User enable(String id, boolean enabled) {
        User user = other(id);
        return books.unit.call(() -> {
            if (users.enable(id, enabled)) {
                int ended = sessions.end(id, null);
                books.audit.record(enabled ? "user.enable" : "user.disable", id, Map.of("sessions", ended));
            }
            return find(user.id()).orElseThrow();
        });
    }

    @Override
    public User changeRole(String id, String role) {
        User user = other(id);
        if (user.kind() == Kind.BUYER) {
            throw Problem.conflict("role-of-buyer", "buyers have no role");
        }
        Grants.check(callers.current(), newcomers.permissions(role, user.seller()));
        return books.unit.call(() -> {
            users.role(id, role);
            books.audit.record("user.role", id, Map.of("before", user.role(), "role", role));
            return find(id).orElseThrow();
        });
    }

    /** Somebody else, who cannot do more than the caller. */
    private User other(String id) {
        Caller caller = callers.current();
        User user = find(id).orElseThrow(() -> Problem.notFound("user", id));
        boolean person = caller.kind() == Caller.Kind.STAFF || caller.kind() == Caller.Kind.BUYER;
        if (person && caller.id().equals(id)) {
            throw Problem.conflict("own-account", "somebody else must do this to your account");
        }
        if (user.kind() == Kind.STAFF) {
            Set<String> theirs = books.grants.of(caller.tenant(), user);
            Grants.check(caller, theirs);
        }
        return user;
    }
}
