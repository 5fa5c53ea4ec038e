package org.bottega.sales.store;

import java.util.Optional;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** Payments. */
public final class PaymentRepository extends Repository<PaymentRow> {
    PaymentRepository(Store store) {
        super(store, PaymentRow.class);
    }

    /** The payment that this purchase lives on: the last one. */
    public Optional<PaymentRow> of(String purchase) {
        return list(Where.of("e.purchaseId = ?", purchase), "e.id desc", 1).stream()
                .findFirst();
    }

    /** Adds and writes at once: others refer to it. */
    @Override
    public PaymentRow add(PaymentRow row) {
        super.add(row);
        flush();
        return row;
    }
}
