package org.bottega.sales.store;

import java.util.Optional;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** Buyers. */
public final class BuyerRepository extends Repository<CustomerRow> {
    BuyerRepository(Store store) {
        super(store, CustomerRow.class);
    }

    /** The buyer with this address, in lower case. */
    public Optional<CustomerRow> byEmail(String email) {
        return one(Where.of("e.buyerEmail = ?", email));
    }

    /** Adds and writes at once: others refer to it. */
    @Override
    public CustomerRow add(CustomerRow row) {
        super.add(row);
        flush();
        return row;
    }
}
