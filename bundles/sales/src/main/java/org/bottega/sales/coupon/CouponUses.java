package org.bottega.sales.coupon;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.bottega.api.Money;
import org.bottega.sales.Offer;
import org.bottega.sales.Platform;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.coupon.store.CouponRow;
import org.bottega.sales.coupon.store.CouponTables;
import org.bottega.sales.coupon.store.CouponUseRow;
import org.bottega.sales.store.PurchaseRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Uses of coupons, counted exactly: the coupon is locked while its uses are looked at. A use counts from the moment the
 * purchase is begun, and is given back when that ends unpaid. All methods need an open unit of work.
 */
@Component(service = CouponUses.class)
public final class CouponUses {

    private static final Set<PurchaseStatus> UNPAID = EnumSet.of(
            PurchaseStatus.NO_FUNDS, PurchaseStatus.BLOCKED, PurchaseStatus.CANCELLED, PurchaseStatus.EXPIRED);

    private final Platform platform;
    private final CouponTables tables;

    @Activate
    public CouponUses(@Reference Platform platform, @Reference CouponTables tables) {
        this.platform = platform;
        this.tables = tables;
    }

    /**
     * Uses the seller's coupon for a purchase that is being made, and makes that cheaper.
     *
     * @throws org.bottega.api.Problem as {@link Coupon#check} and {@link Reduction#from} say
     */
    public void take(PurchaseRow purchase, Offer offer, String code) {
        CouponRow row = tables.coupons()
                .byCode(offer.seller(), code)
                .flatMap(seen -> tables.coupons().lock(seen.id()))
                .orElseThrow(Coupon::unknown);
        Coupon coupon = row.coupon();
        coupon.check(offer, platform.now());
        String buyer = purchase.purchase().buyer().id();
        if (coupon.mostEach() != null) {
            coupon.checkBuyer(tables.uses().ofBuyer(coupon.id(), buyer));
        }
        Money paid = coupon.reduction().from(offer.price());
        purchase.reduce(coupon.code(), paid);
        row.use(1);
        tables.uses().add(new CouponUseRow(purchase, coupon.id(), buyer));
        platform.journal()
                .note(
                        "coupon.use",
                        coupon.id(),
                        Map.of(
                                "transaction",
                                purchase.id(),
                                "price",
                                offer.price().toString(),
                                "paid",
                                paid.toString()));
    }

    /** Gives a use back when its purchase has ended unpaid; takes it again when the money came after all. */
    public void follow(PurchaseRow purchase) {
        if (purchase.facts().coupon() == null) {
            return;
        }
        boolean counts = !UNPAID.contains(purchase.status());
        CouponUseRow use = tables.uses().find(purchase.id()).orElseThrow();
        if (use.counts() != counts) {
            use.count(counts);
            tables.coupons().lock(use.couponId()).orElseThrow().use(counts ? 1 : -1);
            platform.journal()
                    .note(
                            counts ? "coupon.use" : "coupon.return",
                            use.couponId(),
                            Map.of("transaction", purchase.id(), "status", purchase.status()));
        }
    }
}
