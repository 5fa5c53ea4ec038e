package org.bottega.sales.search;

import java.util.List;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.bottega.sales.payment.PaymentState;

/** Purchases by the state of their payment: of a rare state by their codes, of a common one by a look at each. */
final class PaidPurchases extends Rows {

    /** Up to so many are named in the statement. */
    private static final int FEW = 500;

    PaidPurchases(Store store) {
        super(store);
    }

    boolean isFew(PaymentState state) {
        return state != null && codes(state).size() <= FEW;
    }

    /** Adds what a state asks, if one is given. */
    Query narrow(Query query, PaymentState state) {
        if (state == null) {
            return query;
        }
        List<String> codes = codes(state);
        if (codes.size() > FEW) {
            return query.and(
                    "id in (select purchase_id from sales_payment where tenant_id = ? and state = ?)",
                    tenant(),
                    state.name());
        }
        return query.in("id", codes.isEmpty() ? List.of("-") : codes);
    }

    private List<String> codes(PaymentState state) {
        return query(
                "select purchase_id from sales_payment where tenant_id = ? and state = ? fetch first ? rows only",
                row -> row.string(1),
                tenant(),
                state.name(),
                FEW + 1);
    }
}
