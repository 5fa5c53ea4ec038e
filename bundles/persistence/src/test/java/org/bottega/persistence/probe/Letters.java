package org.bottega.persistence.probe;

import java.util.List;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Order;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** Letters, by each way there is to rows. */
public final class Letters extends Repository<Letter> {

    public Letters(Store store) {
        super(store, Letter.class);
    }

    public List<Letter> everywhere() {
        return list(Where.of("e.pages > ? or e.pages <= ?", 0L, 0L), "e.id asc", 100);
    }

    public Page<Letter> shortest(PageRequest request) {
        return page(Where.all(), Order.ascending("pages", Letter::pages), request);
    }

    public long howMany() {
        return count(Where.all());
    }

    public long allPages() {
        return rows("e.buyerEmail, sum(e.pages)", Where.all(), "e.buyerEmail").stream()
                .mapToLong(row -> (Long) row[1])
                .sum();
    }

    public boolean isThere(long pages) {
        return one(Where.of("e.pages = ?", pages)).isPresent();
    }
}
