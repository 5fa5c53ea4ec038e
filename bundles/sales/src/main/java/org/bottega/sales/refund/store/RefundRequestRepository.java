package org.bottega.sales.refund.store;

import java.util.List;
import java.util.Optional;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Order;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;
import org.bottega.sales.refund.RefundRequestFilter;
import org.bottega.sales.refund.RefundRequestFilter.Sort;

/** Refund requests. */
public final class RefundRequestRepository extends Repository<RefundRequestRow> {
    private static final Order<RefundRequestRow> NEWEST_FIRST =
            Order.descending("ask.openedAt", RefundRequestRow::openedAt);
    private static final Order<RefundRequestRow> SOONEST_FIRST =
            Order.ascending("ask.answerBy", RefundRequestRow::answerBy);
    private static final int MOST_OF_ONE = 500;

    RefundRequestRepository(Store store) {
        super(store, RefundRequestRow.class);
    }

    /** The one of a purchase that is not answered finally (D26). */
    public Optional<RefundRequestRow> openOf(String purchase) {
        return one(Where.of("e.openFor = ?", purchase));
    }

    /** The one that a keeper opened by this command. */
    public Optional<RefundRequestRow> byKey(String key) {
        return one(Where.of("e.kept.openKey = ?", key));
    }

    /** All of a purchase. */
    public List<RefundRequestRow> of(String purchase) {
        return list(Where.of("e.purchaseId = ?", purchase), "", MOST_OF_ONE);
    }

    /** One page. */
    public Page<RefundRequestRow> list(RefundRequestFilter filter, Sort sort, PageRequest request) {
        Where where = Where.all()
                .andIf(filter.transaction(), "e.purchaseId = ?")
                .andIf(filter.buyerEmail(), "e.buyerEmail = ?")
                .andIf(filter.product(), "e.claim.productId = ?")
                .andIf(filter.seller(), "e.sellerId = ?")
                .andIf(filter.states(), "e.state in ?")
                .andIf(filter.from(), "e.ask.openedAt >= ?")
                .andIf(filter.to(), "e.ask.openedAt < ?")
                .andIf(filter.dueBefore(), "e.ask.answerBy < ?");
        return page(where, sort == Sort.DUE ? SOONEST_FIRST : NEWEST_FIRST, request);
    }
}
