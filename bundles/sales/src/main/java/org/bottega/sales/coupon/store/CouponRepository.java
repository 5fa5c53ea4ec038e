package org.bottega.sales.coupon.store;

import java.util.Locale;
import java.util.Optional;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Order;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** Coupons. */
public final class CouponRepository extends Repository<CouponRow> {
    private static final Order<CouponRow> BY_CODE = Order.ascending("code", CouponRow::code);
    private static final String END = "\uffff";

    CouponRepository(Store store) {
        super(store, CouponRow.class);
    }

    /** The seller's coupon with this code, in upper case. */
    public Optional<CouponRow> byCode(String seller, String code) {
        return one(Where.of("e.sellerId = ?", seller).and("e.code = ?", code));
    }

    /** By code. Both filters may be null; the code counts from its beginning, whatever its case. */
    public Page<CouponRow> list(String seller, String code, PageRequest request) {
        String prefix = code == null ? null : code.toUpperCase(Locale.ROOT);
        Where where = Where.all()
                .andIf(seller, "e.sellerId = ?")
                .andIf(prefix, "e.code >= ?")
                .andIf(prefix == null ? null : prefix + END, "e.code < ?");
        return page(where, BY_CODE, request);
    }

    /** Adds and writes at once: others refer to it. */
    @Override
    public CouponRow add(CouponRow row) {
        super.add(row);
        flush();
        return row;
    }
}
