package org.bottega.persistence;

import java.util.List;
import java.util.Optional;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;

/**
 * Base of a module's repositories. It adds the current tenant, and the seller a caller is confined to, to every query;
 * a subclass says only what is particular. All methods need an open unit of work.
 *
 * @param <E> the entity, which implements {@link TenantRow} or {@link SellerRow}
 */
public abstract class Repository<E extends TenantRow> {

    private final StoreImpl store;
    private final Class<E> type;
    private final Jpql jpql;

    protected Repository(Store store, Class<E> type) {
        this.store = (StoreImpl) store;
        this.type = type;
        this.jpql = new Jpql(this.store, type, SellerRow.class.isAssignableFrom(type));
    }

    /** Slug of the current tenant, for new rows. */
    protected final String tenant() {
        return store.tenant();
    }

    /** The row, or empty when there is none or it is not for this caller. */
    public Optional<E> find(String id) {
        return Optional.ofNullable(store.entities().find(type, new TenantKey(tenant(), id)))
                .filter(store::mayReach);
    }

    /** Like {@link #find}, fresh from the database and locked until the unit of work ends. */
    public Optional<E> lock(String id) {
        return Optional.ofNullable(store.lock(type, id)).filter(store::mayReach);
    }

    /** Adds a new row; it must be of the current tenant, and of the caller's seller if confined. */
    public E add(E row) {
        store.checkOwn(row);
        store.entities().persist(row);
        return row;
    }

    /** Removes a row that was read in this unit of work. */
    public void remove(E row) {
        store.entities().remove(row);
    }

    /** Writes what is pending, so that a violated constraint is known now. */
    protected final void flush() {
        store.entities().flush();
    }

    /** The only row that meets the conditions. */
    protected final Optional<E> one(Where where) {
        List<E> found = jpql.list(where, "", 2);
        if (found.size() > 1) {
            throw new IllegalStateException("more than one " + type.getSimpleName() + " where " + where.text());
        }
        return found.stream().findFirst();
    }

    /** At most {@code limit} rows. {@code orderBy} is JPQL such as {@code e.position asc}, or empty. */
    protected final List<E> list(Where where, String orderBy, int limit) {
        return jpql.list(where, orderBy, limit);
    }

    /** One page by cursor. A cursor of another tenant, filter or sort is refused (400 {@code cursor-invalid}). */
    protected final Page<E> page(Where where, Order<E> order, PageRequest request) {
        return jpql.page(where, order, request);
    }

    /** How many rows meet the conditions. */
    protected final long count(Where where) {
        return (Long) jpql.rows("count(e)", where, "").get(0)[0];
    }

    /**
     * Grouped figures.
     *
     * @param select JPQL such as {@code e.currency, count(e), sum(e.amount)}
     * @param groupBy JPQL such as {@code e.currency}, or empty
     */
    protected final List<Object[]> rows(String select, Where where, String groupBy) {
        return jpql.rows(select, where, groupBy);
    }
}
