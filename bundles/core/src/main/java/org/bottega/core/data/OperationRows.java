package org.bottega.core.data;

import java.time.Instant;
import java.util.List;
import org.bottega.core.data.Operations.Operation;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** The table {@code core_operation}, and the end of a row of {@code core_tenant}. */
final class OperationRows extends Rows {

    OperationRows(Store store) {
        super(store);
    }

    void add(String id, Operation o) {
        update(
                "insert into core_operation (id, happened_at, actor, action, subject, details) values (?, ?, ?, ?, ?, ?)",
                id,
                o.at(),
                o.actor(),
                o.action(),
                o.subject(),
                o.details());
    }

    /** The newest first. */
    List<Operation> newest(int limit) {
        return query(
                "select happened_at, actor, action, subject, details from core_operation"
                        + " order by id desc fetch first ? rows only",
                row -> new Operation(row.instant(1), row.string(2), row.string(3), row.string(4), row.string(5)),
                limit);
    }

    /** Marks the tenant as one that goes. False: it was marked before, or is gone. */
    boolean begin(String tenant, Instant now) {
        return update("update core_tenant set erasing_at = ? where id = ? and erasing_at is null", now, tenant) == 1;
    }

    boolean removeTenant(String tenant) {
        return update("delete from core_tenant where id = ?", tenant) == 1;
    }
}
