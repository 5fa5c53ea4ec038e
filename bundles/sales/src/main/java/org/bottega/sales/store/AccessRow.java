package org.bottega.sales.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.bottega.persistence.SellerRow;
import org.bottega.persistence.TenantKey;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.bundle.Item;

/** That a buyer may reach a product bought with a purchase. The link to it that carries {@link #linkVersion} is good. */
@Entity
@Table(name = "sales_access")
@IdClass(TenantKey.class)
public class AccessRow implements SellerRow {

    /** Whether it is good. */
    public enum State {
        GRANTED,
        REVOKED
    }

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "seller_id")
    private String sellerId;

    @Column(name = "purchase_id")
    private String purchaseId;

    @Column(name = "product_id")
    private String productId;

    @Column(name = "product_name")
    private String productName;

    @Column(name = "buyer_id")
    private String buyerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    @Column(name = "link_version")
    private int linkVersion;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "first_used_at")
    private Instant firstUsedAt;

    @Version
    @Column(name = "version")
    private long version;

    protected AccessRow() {}

    /** Access to a product that was bought: the only one, or one of several. */
    public AccessRow(String tenant, String id, Purchase purchase, Item item, Instant now) {
        tenantId = tenant;
        this.id = id;
        sellerId = purchase.seller();
        purchaseId = purchase.transaction();
        productId = item.product();
        productName = item.name();
        buyerId = purchase.buyer().id();
        state = State.GRANTED;
        linkVersion = 1;
        createdAt = now;
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

    /** Makes all links made so far void. */
    public void renewLink() {
        linkVersion++;
    }

    /** Another buyer's from now on; all links made so far are void. */
    public void handTo(String buyer) {
        buyerId = buyer;
        renewLink();
    }

    public void revoke() {
        state = State.REVOKED;
    }

    /** Notes that the buyer has reached the product; the first time counts. */
    public boolean use(Instant now) {
        if (firstUsedAt != null) {
            return false;
        }
        firstUsedAt = now;
        return true;
    }

    public boolean isGranted() {
        return state == State.GRANTED;
    }

    public boolean isUsed() {
        return firstUsedAt != null;
    }

    public int linkVersion() {
        return linkVersion;
    }

    public String purchaseId() {
        return purchaseId;
    }

    public String productId() {
        return productId;
    }

    /** As it was called when sold. */
    public String productName() {
        return productName;
    }

    public String buyerId() {
        return buyerId;
    }
}
