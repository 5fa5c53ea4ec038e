package org.bottega.core.module;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** The table {@code core_module_state}: what a tenant has, or had, on. It outlives the bundles. */
final class ModuleRows extends Rows {

    /** A module of the current tenant; {@code requires} is kept, so that it is known while the bundle is away. */
    record State(String id, boolean on, String version, Set<String> requires) {}

    ModuleRows(Store store) {
        super(store);
    }

    List<State> list() {
        return query(
                "select id, enabled, version, requires from core_module_state where tenant_id = ? order by id",
                ModuleRows::state,
                tenant());
    }

    /** Ids of the modules that the tenant's own administrators may switch. */
    Set<String> allowed() {
        return Set.copyOf(
                query("select id from core_module_allowance where tenant_id = ?", row -> row.string(1), tenant()));
    }

    void allow(String module, Instant now, String who) {
        update(
                "insert into core_module_allowance (tenant_id, id, allowed_at, allowed_by) values (?, ?, ?, ?)",
                tenant(),
                module,
                now,
                who);
    }

    void deny(String module) {
        update("delete from core_module_allowance where tenant_id = ? and id = ?", tenant(), module);
    }

    void forget(String module) {
        update("delete from core_module_state where tenant_id = ? and id = ?", tenant(), module);
    }

    /** Whether it is on and to be told once more by now. */
    boolean isDue(String module, Instant now) {
        return !query(
                        "select id from core_module_state"
                                + " where tenant_id = ? and id = ? and enabled = ? and due_at <= ?",
                        row -> row.string(1),
                        tenant(),
                        module,
                        true,
                        now)
                .isEmpty();
    }

    /** When it is to be told once more, or null: no more. */
    void due(String module, Instant at) {
        update(
                "update core_module_state set due_at = ?, due_attempts = 0, due_error = null"
                        + " where tenant_id = ? and id = ?",
                at,
                tenant(),
                module);
    }

    void on(ModuleInfo module, Instant now) {
        String requires = String.join(" ", new TreeSet<>(module.requires()));
        int changed = update(
                "update core_module_state set enabled = ?, version = ?, requires = ?, changed_at = ?"
                        + " where tenant_id = ? and id = ?",
                true,
                module.version(),
                requires,
                now,
                tenant(),
                module.id());
        if (changed == 0) {
            update(
                    "insert into core_module_state (tenant_id, id, enabled, version, requires, changed_at)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    tenant(),
                    module.id(),
                    true,
                    module.version(),
                    requires,
                    now);
        }
    }

    void off(String module, Instant now) {
        update(
                "update core_module_state set enabled = ?, changed_at = ?, due_at = null, due_attempts = 0, due_error = null where tenant_id = ? and id = ?",
                false,
                now,
                tenant(),
                module);
    }

    private static State state(Row row) {
        String requires = row.string(4);
        return new State(
                row.string(1),
                row.flag(2),
                row.string(3),
                requires == null || requires.isEmpty() ? Set.of() : Set.of(requires.split(" ")));
    }
}
