package org.bottega.sales.store;

import java.util.Optional;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** Buyers. */
public final class BuyerRepository extends Repository<BuyerRow> {
    BuyerRepository(Store store) {
        super(store, BuyerRow.class);
    }

    /** The buyer with this address, in lower case. */
    public Optional<BuyerRow> byEmail(String email) {
        return one(Where.of("e.email = ?", email));
    }

    /** Adds and writes at once: others refer to it. */
    @Override
    public BuyerRow add(BuyerRow row) {
        super.add(row);
        flush();
        return row;
    }
}
