package org.bottega.sales.store;

import java.util.ArrayList;
import java.util.List;
import org.bottega.api.Money;
import org.bottega.api.spi.Impact;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the current tenant has at stake in sales: what is kept, money on its way, deadlines that run. */
@Component(service = Stakes.class)
public final class Stakes extends Rows {

    private static final String OF_TENANT = " where tenant_id = ?";
    private static final String ON_ITS_WAY = " and state in ('INTENDED', 'PENDING')";

    @Activate
    public Stakes(@Reference(target = "(unit=sales)") Store store) {
        super(store);
    }

    /** In the open unit of work. */
    public List<Impact> all() {
        List<Impact> all = new ArrayList<>();
        all.add(new Impact("purchases", count("sales_purchase", "")));
        all.add(new Impact("accesses of buyers", count("sales_access", " and state = 'GRANTED'")));
        all.addAll(sums("payments on their way", "sales_payment", ON_ITS_WAY));
        all.addAll(sums("payments contested at the bank", "sales_payment", " and state = 'DISPUTED'"));
        all.addAll(sums("refunds on their way", "sales_refund", ON_ITS_WAY));
        all.addAll(sums("refund requests to be answered", "sales_refund_request", " and open_for is not null"));
        all.add(guarantees());
        all.add(new Impact("imports not finished", count("sales_import", " and due_at is not null")));
        return all;
    }

    private long count(String table, String which) {
        return query("select count(*) from " + table + OF_TENANT + which, row -> row.number(1), tenant())
                .get(0);
    }

    private List<Impact> sums(String what, String table, String which) {
        return query(
                "select currency, count(*), sum(amount) from " + table + OF_TENANT + which
                        + " group by currency order by currency",
                row -> new Impact(what, row.number(2), new Money(Math.min(row.number(3), Money.MAX), row.string(1))),
                tenant());
    }

    private Impact guarantees() {
        return query(
                        "select count(*), min(due_at) from sales_purchase" + OF_TENANT + " and due_at is not null",
                        row -> new Impact(
                                "guarantees that run" + (row.number(1) == 0 ? "" : ", the next ends " + row.instant(2)),
                                row.number(1)),
                        tenant())
                .get(0);
    }
}
