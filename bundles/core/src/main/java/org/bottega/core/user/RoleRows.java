package org.bottega.core.user;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bottega.api.platform.Roles.Role;
import org.bottega.core.base.Scopes;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** The table {@code core_role}. The built-in roles are not in it. */
final class RoleRows extends Rows {

    private static final String SELECT = "select id, permissions from core_role where tenant_id = ?";

    RoleRows(Store store) {
        super(store);
    }

    Optional<Role> find(String id) {
        return query(SELECT + " and id = ?", RoleRows::role, tenant(), id).stream()
                .findFirst();
    }

    List<Role> list(String after, int limit) {
        return query(
                SELECT + " and id > ? order by id fetch first ? rows only", RoleRows::role, tenant(), after, limit);
    }

    void add(String id, Set<String> permissions, Instant now) {
        update(
                "insert into core_role (tenant_id, id, permissions, created_at) values (?, ?, ?, ?)",
                tenant(),
                id,
                Scopes.text(permissions),
                now);
    }

    void change(String id, Set<String> permissions) {
        update(
                "update core_role set permissions = ? where tenant_id = ? and id = ?",
                Scopes.text(permissions),
                tenant(),
                id);
    }

    void remove(String id) {
        update("delete from core_role where tenant_id = ? and id = ?", tenant(), id);
    }

    private static Role role(Row row) {
        return new Role(row.string(1), Scopes.set(row.string(2)), false);
    }
}
