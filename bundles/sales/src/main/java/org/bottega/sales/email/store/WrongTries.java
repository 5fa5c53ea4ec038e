package org.bottega.sales.email.store;

import java.time.Instant;
import java.util.List;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.bottega.sales.api.Purchase;

/** Tries at proving who one is that failed. */
public final class WrongTries extends Rows {

    WrongTries(Store store) {
        super(store);
    }

    /** Instants of those of a purchase after {@code since}, the oldest first. */
    public List<Instant> after(String purchase, Instant since) {
        return query(
                "select tried_at from sales_email_try where tenant_id = ? and purchase_id = ? and tried_at > ?"
                        + " order by tried_at",
                row -> row.instant(1),
                tenant(),
                purchase,
                since);
    }

    /** One more; those up to {@code since} count no longer and go. */
    public void add(String id, Purchase purchase, Instant now, Instant since) {
        update(
                "delete from sales_email_try where tenant_id = ? and purchase_id = ? and tried_at <= ?",
                tenant(),
                purchase.transaction(),
                since);
        update(
                "insert into sales_email_try (tenant_id, id, seller_id, purchase_id, tried_at) values (?, ?, ?, ?, ?)",
                tenant(),
                id,
                purchase.seller(),
                purchase.transaction(),
                now);
    }
}
