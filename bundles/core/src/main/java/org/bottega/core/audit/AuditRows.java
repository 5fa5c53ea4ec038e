package org.bottega.core.audit;

import java.util.ArrayList;
import java.util.List;
import org.bottega.api.platform.AuditLog.Entry;
import org.bottega.api.platform.AuditLog.Filter;
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

    void add(Entry e) {
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

    /**
     * Newest first.
     *
     * @param before the last line of the page before, or null
     * @param seller only lines of this seller's people, or null
     */
    List<Entry> newest(AuditCursor before, Filter filter, String seller, int limit) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from core_audit where tenant_id = ?");
        List<Object> args = new ArrayList<>(List.of(tenant()));
        if (before != null) {
            sql.append(" and happened_at <= ? and (happened_at < ? or id < ?)");
            args.addAll(List.of(before.at(), before.at(), before.id()));
        }
        add(sql, args, " and happened_at >= ?", filter.from());
        add(sql, args, " and happened_at < ?", filter.to());
        add(sql, args, " and action = ?", filter.action());
        add(sql, args, " and subject = ?", filter.subject());
        add(sql, args, " and actor = ?", filter.actor());
        add(sql, args, " and seller_id = ?", seller);
        sql.append(" order by happened_at desc, id desc fetch first ")
                .append(limit)
                .append(" rows only");
        return query(sql.toString(), AuditRows::entry, args.toArray());
    }

    private static void add(StringBuilder sql, List<Object> args, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            args.add(value);
        }
    }

    private static Entry entry(Row row) {
        return new Entry(
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
