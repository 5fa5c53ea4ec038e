package org.bottega.sales.store;

import java.util.List;
import java.util.Optional;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Order;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;
import org.bottega.sales.payment.RefundState;

/** Refunds. */
public final class RefundRepository extends Repository<RefundRow> {
    private static final Order<RefundRow> OLDEST_FIRST = Order.ascending("createdAt", RefundRow::createdAt);

    RefundRepository(Store store) {
        super(store, RefundRow.class);
    }

    /** The refund commanded by this request. */
    public Optional<RefundRow> byRequest(String requestKey) {
        return one(Where.of("e.requestKey = ?", requestKey));
    }

    /** Refunds of a purchase, the oldest first. */
    public Page<RefundRow> of(String purchase, PageRequest request) {
        return page(Where.of("e.purchaseId = ?", purchase), OLDEST_FIRST, request);
    }

    /** Whether a refund of the purchase is on its way. */
    public boolean isUnderWay(String purchase) {
        return count(Where.of("e.purchaseId = ?", purchase)
                        .and("e.state in ?", List.of(RefundState.INTENDED, RefundState.PENDING)))
                > 0;
    }
}
