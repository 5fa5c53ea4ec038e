package org.bottega.sales.email.store;

import java.util.Optional;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Order;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** Changes that were made. */
public final class EmailChangeRepository extends Repository<EmailChangeRow> {
    private static final Order<EmailChangeRow> NEWEST_FIRST = Order.descending("createdAt", EmailChangeRow::createdAt);

    EmailChangeRepository(Store store) {
        super(store, EmailChangeRow.class);
    }

    /** The change that this command made. */
    public Optional<EmailChangeRow> byRequest(String requestKey) {
        return one(Where.of("e.requestKey = ?", requestKey));
    }

    /** How many changes the purchase has had. */
    public long count(String purchase) {
        return count(of(purchase));
    }

    /** Changes of a purchase, newest first. */
    public Page<EmailChangeRow> list(String purchase, PageRequest request) {
        return page(of(purchase), NEWEST_FIRST, request);
    }

    private static Where of(String purchase) {
        return Where.of("e.purchaseId = ?", purchase);
    }
}
