package org.bottega.persistence;

import java.util.ArrayList;
import java.util.List;
import javax.persistence.Query;
import javax.persistence.TypedQuery;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;

/** Writes and runs the queries of one entity; the tenant and the seller are added here, in one place. */
final class Jpql {

    private final StoreImpl store;
    private final Class<? extends TenantRow> type;
    private final boolean ownedBySeller;

    Jpql(StoreImpl store, Class<? extends TenantRow> type, boolean ownedBySeller) {
        this.store = store;
        this.type = type;
        this.ownedBySeller = ownedBySeller;
    }

    private Where own(Where where) {
        Where own = Where.of("e.tenantId = ?", store.tenant());
        if (ownedBySeller) {
            own.andIf(store.confinedTo(), "e.sellerId = ?");
        }
        store.checkOpen(type);
        if (BuyerRow.class.isAssignableFrom(type)) {
            own.andIf(store.buyer(), "e.buyerEmail = ?");
        }
        return own.and(where);
    }

    @SuppressWarnings("unchecked")
    <E> List<E> list(Where where, String orderBy, int limit) {
        Where own = own(where);
        String text = "select e from " + type.getSimpleName() + " e where " + own.text()
                + (orderBy.isEmpty() ? "" : " order by " + orderBy);
        TypedQuery<E> query = (TypedQuery<E>) store.entities().createQuery(text, type);
        bind(query, own);
        return query.setMaxResults(limit).getResultList();
    }

    <E extends TenantRow> Page<E> page(Where where, Order<E> order, PageRequest request) {
        Cursor cursor = new Cursor(store.tenant() + '/' + store.confinedTo() + '/' + store.buyer(), type, where, order);
        Where after = where.copy();
        if (request.cursor() != null) {
            cursor.after(request.cursor(), after);
        }
        String direction = order.descending() ? " desc" : " asc";
        String orderBy = "e." + order.field() + direction + ", e.id" + direction;
        List<E> found = list(after, orderBy, request.limit() + 1);
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<E> items = found.subList(0, request.limit());
        return new Page<>(items, cursor.of(items.get(items.size() - 1), order));
    }

    List<Object[]> rows(String select, Where where, String groupBy) {
        Where own = own(where);
        String text = "select " + select + " from " + type.getSimpleName() + " e where " + own.text()
                + (groupBy.isEmpty() ? "" : " group by " + groupBy);
        Query query = store.entities().createQuery(text);
        bind(query, own);
        List<Object[]> rows = new ArrayList<>();
        for (Object row : query.getResultList()) {
            rows.add(row instanceof Object[] columns ? columns : new Object[] {row});
        }
        return rows;
    }

    private static void bind(Query query, Where where) {
        for (int i = 0; i < where.values().size(); i++) {
            query.setParameter(i + 1, where.values().get(i));
        }
    }
}
