package org.bottega.sales.email.store;

import java.time.Instant;
import java.util.List;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** Changes that wait for their proof. */
public final class EmailRequestRepository extends Repository<EmailRequestRow> {
    private static final int MOST = 200;

    EmailRequestRepository(Store store) {
        super(store, EmailRequestRow.class);
    }

    /** Those of a purchase that can still be confirmed. */
    public List<EmailRequestRow> waiting(String purchase) {
        Where where = Where.of("e.purchaseId = ?", purchase).and("e.state = ?", EmailRequestRow.State.WAITING);
        return list(where, "e.id asc", MOST);
    }

    /** How many were asked for after an instant. */
    public long countAfter(String purchase, Instant instant) {
        return count(Where.of("e.purchaseId = ?", purchase).and("e.createdAt > ?", instant));
    }
}
