package org.bottega.sales.refund.store;

import java.time.Instant;
import java.util.Optional;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** Which module keeps the current tenant's refund requests. */
public final class KeeperRows extends Rows {

    public KeeperRows(Store store) {
        super(store);
    }

    /** Id of the module that keeps new ones, or empty: sales itself. */
    public Optional<String> current() {
        return query("select keeper from sales_refund_keeper where tenant_id = ?", row -> row.string(1), tenant())
                .stream()
                .findFirst();
    }

    /** New requests are kept by this module. */
    public void set(String module) {
        if (update("update sales_refund_keeper set keeper = ? where tenant_id = ?", module, tenant()) == 0) {
            update("insert into sales_refund_keeper (tenant_id, keeper) values (?, ?)", tenant(), module);
        }
    }

    /** New requests are kept by nobody else, and those that are not answered no longer: their terms are set when due. */
    public void none(Instant now) {
        update("delete from sales_refund_keeper where tenant_id = ?", tenant());
        update(
                "update sales_refund_request set keeper = null, taken_back = ?, due_at = ?, due_attempts = 0,"
                        + " due_error = null, version = version + 1"
                        + " where tenant_id = ? and open_for is not null and keeper is not null",
                true,
                now,
                tenant());
    }
}
