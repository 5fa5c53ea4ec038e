package org.bottega.sales.store;

import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Order;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** Offers. */
public final class OfferRepository extends Repository<OfferRow> {
    private static final Order<OfferRow> NEWEST_FIRST = Order.descending("createdAt", OfferRow::createdAt);

    OfferRepository(Store store) {
        super(store, OfferRow.class);
    }

    /** Newest first; of one product, or of all when it is null. */
    public Page<OfferRow> list(String product, PageRequest request) {
        return page(Where.all().andIf(product, "e.productId = ?"), NEWEST_FIRST, request);
    }
}
