package org.bottega.core.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bottega.api.Audit;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Modules;
import org.bottega.api.platform.Roles;
import org.bottega.api.platform.Users.Filter;
import org.bottega.core.base.Checks;
import org.bottega.core.base.Cursors;
import org.bottega.core.base.Permissions;
import org.bottega.core.base.Scopes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The roles of a marketplace. They are the tenant's: a caller confined to a seller looks only. */
@Component
public final class RoleService implements Roles {

    /** What roles are kept and judged with. */
    @Component(service = Shelf.class)
    public static final class Shelf {
        private final RoleStore roles;
        private final UserStore users;
        private final Grants grants;
        private final Modules modules;

        @Activate
        public Shelf(
                @Reference RoleStore roles,
                @Reference UserStore users,
                @Reference Grants grants,
                @Reference Modules modules) {
            this.roles = roles;
            this.users = users;
            this.grants = grants;
            this.modules = modules;
        }
    }

    private final Shelf shelf;
    private final Callers callers;
    private final UnitOfWork unit;
    private final Audit audit;

    @Activate
    public RoleService(
            @Reference Shelf shelf, @Reference Callers callers, @Reference UnitOfWork unit, @Reference Audit audit) {
        this.shelf = shelf;
        this.callers = callers;
        this.unit = unit;
        this.audit = audit;
    }

    @Override
    public Page<Role> list(PageRequest request) {
        String tenant = callers.current().tenant();
        String list = "roles|" + tenant;
        String after = request.cursor() == null ? null : Cursors.position(list, request.cursor());
        List<Role> found = new ArrayList<>();
        if (after == null) {
            found.add(shelf.grants.find(tenant, ADMINISTRATOR).orElseThrow());
        }
        if (after == null || after.equals(ADMINISTRATOR)) {
            found.add(shelf.grants.find(tenant, SUPPORT).orElseThrow());
        }
        boolean first = after == null || isBuiltIn(after);
        found.addAll(shelf.roles.list(first ? "" : after, request.limit() + 1));
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<Role> items = found.subList(0, request.limit());
        return new Page<>(items, Cursors.of(list, items.get(items.size() - 1).id()));
    }

    @Override
    public Role create(String id, Set<String> permissions) {
        Checks.slug("id", id);
        checkCaller();
        checkGiven(permissions);
        return unit.call(() -> {
            if (isBuiltIn(id) || role(id).isPresent()) {
                throw Problem.conflict("role-exists", "there is a role " + id + " already");
            }
            shelf.roles.add(id, permissions);
            audit.record("role.create", id, Map.of("permissions", Scopes.text(permissions)));
            return new Role(id, permissions, false);
        });
    }

    @Override
    public Role change(String id, Set<String> permissions) {
        checkCaller();
        Role before = own(id);
        checkGiven(permissions);
        Grants.check(callers.current(), before.permissions());
        unit.run(() -> {
            shelf.roles.change(id, permissions);
            audit.record(
                    "role.change",
                    id,
                    Map.of("before", Scopes.text(before.permissions()), "permissions", Scopes.text(permissions)));
        });
        return new Role(id, permissions, false);
    }

    @Override
    public void remove(String id) {
        checkCaller();
        Role before = own(id);
        Grants.check(callers.current(), before.permissions());
        unit.run(() -> {
            if (!shelf.users
                    .newest(new Filter(null, null, null, id, null), null, 1)
                    .isEmpty()) {
                throw Problem.conflict("role-in-use", "somebody has the role " + id);
            }
            shelf.roles.remove(id);
            audit.record("role.remove", id, Map.of("permissions", Scopes.text(before.permissions())));
        });
    }

    private java.util.Optional<Role> role(String id) {
        return shelf.roles.find(callers.current().tenant(), id);
    }

    /** A role that the tenant made. */
    private Role own(String id) {
        if (isBuiltIn(id)) {
            throw Problem.conflict("role-built-in", "the role " + id + " is built in and follows the modules");
        }
        return role(id).orElseThrow(() -> Problem.notFound("role", id));
    }

    private static boolean isBuiltIn(String id) {
        return ADMINISTRATOR.equals(id) || SUPPORT.equals(id);
    }

    private void checkGiven(Set<String> permissions) {
        Permissions.check(shelf.modules.permissions(), permissions);
        Grants.check(callers.current(), permissions);
    }

    private void checkCaller() {
        Caller caller = callers.current();
        if (caller.seller() != null) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    "seller-confined",
                    "roles are the marketplace's; a seller's staff has them");
        }
    }
}
