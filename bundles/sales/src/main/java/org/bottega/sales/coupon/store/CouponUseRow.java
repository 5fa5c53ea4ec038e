package org.bottega.sales.coupon.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.bottega.persistence.SellerRow;
import org.bottega.persistence.TenantKey;
import org.bottega.sales.store.PurchaseRow;

/** That a coupon was used for a purchase, whose transaction code is the id. */
@Entity
@Table(name = "sales_coupon_use")
@IdClass(TenantKey.class)
public class CouponUseRow implements SellerRow {

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "seller_id")
    private String sellerId;

    @Column(name = "coupon_id")
    private String couponId;

    @Column(name = "buyer_id")
    private String buyerId;

    @Column(name = "counts")
    private boolean counts;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    @Column(name = "version")
    private long version;

    protected CouponUseRow() {}

    /** A use that counts. */
    public CouponUseRow(PurchaseRow purchase, String coupon, String buyer) {
        tenantId = purchase.tenantId();
        id = purchase.id();
        sellerId = purchase.sellerId();
        couponId = coupon;
        buyerId = buyer;
        counts = true;
        createdAt = purchase.purchasedAt();
    }

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String sellerId() {
        return sellerId;
    }

    public String couponId() {
        return couponId;
    }

    /** Whether it counts: the purchase is paid, or may still be. */
    public boolean counts() {
        return counts;
    }

    /** Gives it back, or takes it again. */
    public void count(boolean now) {
        counts = now;
    }
}
