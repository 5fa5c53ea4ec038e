package org.bottega.persistence;

import java.util.List;

/**
 * Base for the few places where plain SQL serves better than entities: queues, bulk writes. Statements pass the same guard:
 * on a tenant table each must bind {@code tenant_id}. Arguments and results are String, Long, Integer, Boolean, Instant,
 * byte[] or null. All methods need an open unit of work.
 */
public abstract class Rows {

    private final StoreImpl store;

    protected Rows(Store store) {
        this.store = (StoreImpl) store;
    }

    /** Slug of the current tenant. */
    protected final String tenant() {
        return store.tenant();
    }

    /** Reads rows. Write {@code fetch first ? rows only} to limit them. */
    protected final <T> List<T> query(String sql, Row.Mapper<T> mapper, Object... args) {
        return store.sql().query(sql, mapper, args);
    }

    /** Changes rows and returns how many. */
    protected final int update(String sql, Object... args) {
        return store.sql().update(sql, args);
    }

    /** Runs one statement for many argument lists in one round trip. */
    protected final int[] batch(String sql, List<Object[]> args) {
        return store.sql().batch(sql, args);
    }

    /** The next number of a sequence, ascending across nodes. */
    protected final long next(String sequence) {
        return store.sql().next(sequence);
    }
}
