package org.bottega.sales.store;

import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** The sandbox gateway's book. */
public final class SandboxRepository extends Repository<SandboxRow> {
    public SandboxRepository(Store store) {
        super(store, SandboxRow.class);
    }

    /** What was given back of a charge, refunds that are still on their way included. */
    public long refundedOf(String charge) {
        Object sum = rows("sum(e.amount)", Where.of("e.chargeId = ?", charge).and("e.refused = ?", false), "")
                .get(0)[0];
        return sum == null ? 0 : ((Number) sum).longValue();
    }
}
