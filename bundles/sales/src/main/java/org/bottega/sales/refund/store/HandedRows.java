package org.bottega.sales.refund.store;

import java.util.Optional;
import org.bottega.api.Money;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.bottega.sales.api.RefundKeeper.Taken;

/** What keepers took over from sellers, by the key of the command. */
public final class HandedRows extends Rows {

    HandedRows(Store store) {
        super(store);
    }

    /** What was handed over, and what was answered. */
    public record Handed(String key, String seller, String transaction, Money amount, String keeper, Taken taken) {}

    /** What this command handed over. */
    public Optional<Handed> of(String key) {
        return query(
                        "select seller_id, purchase_id, amount, currency, keeper, reference, request, gives_at"
                                + " from sales_refund_handed where tenant_id = ? and request_key = ?",
                        row -> new Handed(
                                key,
                                row.string(1),
                                row.string(2),
                                new Money(row.number(3), row.string(4)),
                                row.string(5),
                                new Taken(row.string(6), row.string(7), row.instant(8))),
                        tenant(),
                        key)
                .stream()
                .findFirst();
    }

    /** Notes it. */
    public void add(Handed handed) {
        update(
                "insert into sales_refund_handed (tenant_id, request_key, seller_id, purchase_id, amount, currency, keeper,"
                        + " reference, request, gives_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant(),
                handed.key(),
                handed.seller(),
                handed.transaction(),
                handed.amount().minor(),
                handed.amount().currency(),
                handed.keeper(),
                handed.taken().reference(),
                handed.taken().request(),
                handed.taken().due());
    }
}
