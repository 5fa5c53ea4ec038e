package org.bottega.sales.payment.store;

import java.util.Optional;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Order;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** Notices. */
public final class NoticeRepository extends Repository<NoticeRow> {
    private static final Order<NoticeRow> NEWEST_FIRST = Order.descending("createdAt", NoticeRow::createdAt);

    public NoticeRepository(Store store) {
        super(store, NoticeRow.class);
    }

    /** The notice with the gateway's own id. */
    public Optional<NoticeRow> heard(String gateway, String notice) {
        return one(Where.of("e.gateway = ?", gateway).and("e.notice = ?", notice));
    }

    /** Newest first. */
    public Page<NoticeRow> list(PageRequest request) {
        return page(Where.all(), NEWEST_FIRST, request);
    }
}
