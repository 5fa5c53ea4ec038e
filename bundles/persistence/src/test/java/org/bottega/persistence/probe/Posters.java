package org.bottega.persistence.probe;

import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** Posters. */
public final class Posters extends Repository<Poster> {

    public Posters(Store store) {
        super(store, Poster.class);
    }

    public long howMany() {
        return count(Where.all());
    }
}
