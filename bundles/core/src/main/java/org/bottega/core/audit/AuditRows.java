package org.bottega.core.audit;

import java.util.ArrayList;
import java.util.List;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** The table {@code core_audit}: written once, never changed. */
final class AuditRows extends Rows {

    private static final String COLUMNS =
            "id, happened_at, actor_kind, actor, seller_id, request, action, subject, details";

    AuditRows(Store store) {
        super(store);
    }

    void add(AuditEntry e) {
        update(
                "insert into core_audit (tenant_id, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant(),
                e.id(),
                e.at(),
                e.actorKind(),
                e.actor(),
                e.seller(),
                e.request(),
                e.action(),
                e.subject(),
                e.details());
    }

    /** Newest first; each filter may be null. {@code before} is the id of the last line of the page before. */
    List<AuditEntry> newest(String before, String action, String seller, int limit) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from core_audit where tenant_id = ?");
        List<Object> args = new ArrayList<>(List.of(tenant()));
        add(sql, args, " and id < ?", before);
        add(sql, args, " and action = ?", action);
        add(sql, args, " and seller_id = ?", seller);
        sql.append(" order by id desc fetch first ").append(limit).append(" rows only");
        return query(sql.toString(), AuditRows::entry, args.toArray());
    }

    private static void add(StringBuilder sql, List<Object> args, String condition, String value) {
        if (value != null) {
            sql.append(condition);
            args.add(value);
        }
    }

    private static AuditEntry entry(Row row) {
        return new AuditEntry(
                row.string(1),
                row.instant(2),
                row.string(3),
                row.string(4),
                row.string(5),
                row.string(6),
                row.string(7),
                row.string(8),
                row.string(9));
    }
}
