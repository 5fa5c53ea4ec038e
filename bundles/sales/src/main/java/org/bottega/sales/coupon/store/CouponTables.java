package org.bottega.sales.coupon.store;

import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The repositories of coupons. */
@Component(service = CouponTables.class)
public final class CouponTables {

    private final CouponRepository coupons;
    private final CouponUseRepository uses;

    @Activate
    public CouponTables(@Reference(target = "(unit=sales)") Store store) {
        coupons = new CouponRepository(store);
        uses = new CouponUseRepository(store);
    }

    public CouponRepository coupons() {
        return coupons;
    }

    public CouponUseRepository uses() {
        return uses;
    }
}
