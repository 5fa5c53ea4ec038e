package org.bottega.sales.coupon.store;

import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** Uses of coupons. */
public final class CouponUseRepository extends Repository<CouponUseRow> {
    CouponUseRepository(Store store) {
        super(store, CouponUseRow.class);
    }

    /** How many uses of the coupon by this buyer count. */
    public long ofBuyer(String coupon, String buyer) {
        return count(
                Where.of("e.couponId = ?", coupon).and("e.buyerId = ?", buyer).and("e.counts = ?", true));
    }
}
