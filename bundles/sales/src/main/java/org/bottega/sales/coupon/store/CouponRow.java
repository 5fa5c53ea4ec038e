package org.bottega.sales.coupon.store;

import java.time.Instant;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.bottega.api.Money;
import org.bottega.persistence.SellerRow;
import org.bottega.persistence.TenantKey;
import org.bottega.sales.coupon.Coupon;
import org.bottega.sales.coupon.Reduction;

/** A coupon of a seller. */
@Entity
@Table(name = "sales_coupon")
@IdClass(TenantKey.class)
public class CouponRow implements SellerRow {

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "seller_id")
    private String sellerId;

    @Column(name = "code")
    private String code;

    @Column(name = "percent")
    private Integer percent;

    @Column(name = "amount")
    private Long amount;

    @Column(name = "currency")
    private String currency;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "valid_until")
    private Instant validUntil;

    @Column(name = "most_uses")
    private Integer mostUses;

    @Column(name = "most_each")
    private Integer mostEach;

    @Column(name = "used")
    private int used;

    @Column(name = "only_for")
    private String onlyFor;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "archived_at")
    private Instant archivedAt;

    @Version
    @Column(name = "version")
    private long version;

    protected CouponRow() {}

    public CouponRow(String tenant, Coupon coupon) {
        tenantId = tenant;
        id = coupon.id();
        sellerId = coupon.seller();
        code = coupon.code();
        Reduction reduction = coupon.reduction();
        percent = reduction.percent();
        amount = reduction.amount() == null ? null : reduction.amount().minor();
        currency = reduction.amount() == null ? null : reduction.amount().currency();
        validFrom = coupon.from();
        validUntil = coupon.until();
        mostUses = coupon.mostUses();
        mostEach = coupon.mostEach();
        onlyFor = coupon.onlyFor().isEmpty() ? null : String.join(",", coupon.onlyFor());
        createdAt = coupon.createdAt();
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

    public String code() {
        return code;
    }

    /** Counts uses: one more, or one given back. The row must be locked. */
    public void use(int more) {
        used += more;
    }

    /** Nobody can use it any more. */
    public void archive(Instant now) {
        archivedAt = now;
    }

    /** The coupon as others see it. */
    public Coupon coupon() {
        return new Coupon(
                id,
                sellerId,
                code,
                new Reduction(percent, amount == null ? null : new Money(amount, currency)),
                validFrom,
                validUntil,
                mostUses,
                mostEach,
                used,
                onlyFor == null ? List.of() : List.of(onlyFor.split(",")),
                createdAt,
                archivedAt);
    }
}
