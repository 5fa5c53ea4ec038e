package org.bottega.sales.store;

import java.util.List;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** Accesses. */
public final class AccessRepository extends Repository<AccessRow> {
    private static final int MOST_PRODUCTS = 500;

    AccessRepository(Store store) {
        super(store, AccessRow.class);
    }

    /** All accesses of a purchase, one per product. */
    public List<AccessRow> of(String purchase) {
        return list(Where.of("e.purchaseId = ?", purchase), "e.id asc", MOST_PRODUCTS);
    }
}
