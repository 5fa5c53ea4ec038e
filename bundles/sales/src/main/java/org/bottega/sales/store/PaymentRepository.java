package org.bottega.sales.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** Payments. */
public final class PaymentRepository extends Repository<PaymentRow> {
    private static final int MOST = 500;

    PaymentRepository(Store store) {
        super(store, PaymentRow.class);
    }

    /** The payment that this purchase lives on: the last one. */
    public Optional<PaymentRow> of(String purchase) {
        return list(Where.of("e.purchaseId = ?", purchase), "e.id desc", 1).stream()
                .findFirst();
    }

    /** The payments of these purchases, at most 500. */
    public List<PaymentRow> of(Collection<String> purchases) {
        return switch (purchases.size()) {
            case 0 -> List.of();
            // A query whose text never changes is prepared once.
            case 1 -> list(Where.of("e.purchaseId = ?", purchases.iterator().next()), "e.id asc", MOST);
            default -> list(Where.of("e.purchaseId in ?", purchases), "e.id asc", MOST);
        };
    }

    /** Adds and writes at once: others refer to it. */
    @Override
    public PaymentRow add(PaymentRow row) {
        super.add(row);
        flush();
        return row;
    }
}
