package org.bottega.sales.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.bottega.api.Money;
import org.bottega.persistence.SellerRow;
import org.bottega.persistence.TenantKey;
import org.bottega.sales.Offer;

/** An offer of a product. */
@Entity
@Table(name = "sales_offer")
@IdClass(TenantKey.class)
public class OfferRow implements SellerRow {

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "seller_id")
    private String sellerId;

    @Column(name = "product_id")
    private String productId;

    @Column(name = "name")
    private String name;

    @Column(name = "amount")
    private long amount;

    @Column(name = "currency")
    private String currency;

    @Column(name = "archived_at")
    private Instant archivedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "release_at")
    private Instant releaseAt;

    @Version
    @Column(name = "version")
    private long version;

    protected OfferRow() {}

    public OfferRow(String tenant, Offer offer) {
        tenantId = tenant;
        id = offer.id();
        sellerId = offer.seller();
        productId = offer.product();
        name = offer.name();
        amount = offer.price().minor();
        currency = offer.price().currency();
        createdAt = offer.createdAt();
        releaseAt = offer.releaseAt();
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

    /** Ends selling at this price; the first time counts. */
    public void archive(Instant now) {
        if (archivedAt == null) {
            archivedAt = now;
        }
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The offer as others see it. */
    public Offer offer() {
        return new Offer(id, sellerId, productId, name, new Money(amount, currency), createdAt, releaseAt, archivedAt);
    }
}
