package org.bottega.persistence.probe;

import java.util.List;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Order;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** A repository as a module writes it. */
public final class Parcels extends Repository<Parcel> {

    public Parcels(Store store) {
        super(store, Parcel.class);
    }

    public Page<Parcel> newest(String labelBegin, PageRequest request) {
        Where where = Where.all().andIf(labelBegin == null ? null : labelBegin + "%", "e.label like ?");
        return page(where, Order.descending("sentAt", Parcel::sentAt), request);
    }

    public Page<Parcel> byLabel(PageRequest request) {
        return page(Where.all(), Order.ascending("label", Parcel::label), request);
    }

    public List<Parcel> heavier(long grams) {
        return list(Where.of("e.weight > ?", grams), "e.weight desc", 100);
    }

    public List<Parcel> everywhere() {
        return list(Where.of("e.weight > ? or e.weight <= ?", 0L, 0L), "", 100);
    }

    public long howMany() {
        return count(Where.all());
    }

    public long totalWeight() {
        return (Long) rows("e.sellerId, sum(e.weight)", Where.all(), "e.sellerId").stream()
                .map(row -> row[1])
                .reduce(0L, (a, b) -> (Long) a + (Long) b);
    }

    public void write() {
        flush();
    }
}
