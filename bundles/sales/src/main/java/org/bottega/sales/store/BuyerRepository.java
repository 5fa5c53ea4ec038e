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

    /** The buyer with this tax id; {@code key} as {@link org.bottega.sales.TaxId#key} makes it. */
    public Optional<CustomerRow> byTaxKey(String key) {
        return one(Where.of("e.taxKey = ?", key));
    }

    /** Writes what was changed, so that a value that is unique is free for another. */
    public void write() {
        flush();
    }

    /** Adds and writes at once: others refer to it. */
    @Override
    public CustomerRow add(CustomerRow row) {
        super.add(row);
        flush();
        return row;
    }
}
