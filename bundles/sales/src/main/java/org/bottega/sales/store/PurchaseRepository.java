package org.bottega.sales.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Order;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;
import org.bottega.sales.PurchaseFilter;
import org.bottega.sales.Total;

/** Purchases. */
public final class PurchaseRepository extends Repository<PurchaseRow> {
    private static final Order<PurchaseRow> NEWEST_FIRST = Order.descending("purchasedAt", PurchaseRow::purchasedAt);

    PurchaseRepository(Store store) {
        super(store, PurchaseRow.class);
    }

    /** The purchase made by this request. */
    public Optional<PurchaseRow> byRequest(String requestKey) {
        return one(Where.of("e.facts.requestKey = ?", requestKey));
    }

    /** Adds and writes at once: others refer to it. */
    @Override
    public PurchaseRow add(PurchaseRow row) {
        super.add(row);
        flush();
        return row;
    }

    /** Newest first (SAL-02). */
    public Page<PurchaseRow> list(PurchaseFilter filter, PageRequest request) {
        return page(where(filter), NEWEST_FIRST, request);
    }

    /** All, newest first. */
    public Page<PurchaseRow> all(PageRequest request) {
        return page(Where.all(), NEWEST_FIRST, request);
    }

    /** How many purchases a buyer has. */
    public long countOf(String buyer) {
        return count(Where.of("e.buyer.buyerId = ?", buyer));
    }

    /** How many there are and what they cost, per currency, ordered by currency. */
    public List<Total> totals(PurchaseFilter filter) {
        return rows("e.currency, count(e), sum(e.amount)", where(filter), "e.currency").stream()
                .map(row -> new Total((String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue()))
                .sorted(Comparator.comparing(Total::currency))
                .toList();
    }

    private Where where(PurchaseFilter filter) {
        String prefix = filter.buyerName();
        Where where = Where.all()
                .andIf(filter.transaction(), "e.id = ?")
                .andIf(filter.buyerEmail(), "e.buyerEmail = ?")
                .andIf(prefix, "e.buyer.nameKey >= ?")
                .andIf(prefix == null ? null : prefix + Prefix.END, "e.buyer.nameKey < ?")
                .andIf(filter.product(), "e.facts.productId = ?")
                .andIf(filter.seller(), "e.sellerId = ?")
                .andIf(filter.statuses(), "e.status in ?")
                .andIf(filter.from(), "e.purchasedAt >= ?")
                .andIf(filter.to(), "e.purchasedAt < ?")
                .andIf(filter.paymentType(), "e.paymentType = ?");
        if (filter.paymentState() != null) {
            where.and(
                    "e.id in (select p.purchaseId from PaymentRow p where p.tenantId = ? and p.state = ?)",
                    tenant(),
                    filter.paymentState());
        }
        return where;
    }
}
