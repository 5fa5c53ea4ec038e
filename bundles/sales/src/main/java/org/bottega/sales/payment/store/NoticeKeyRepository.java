package org.bottega.sales.payment.store;

import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;

/** Which secrets gateways sign with. */
public final class NoticeKeyRepository extends Repository<NoticeKeyRow> {
    public NoticeKeyRepository(Store store) {
        super(store, NoticeKeyRow.class);
    }
}
