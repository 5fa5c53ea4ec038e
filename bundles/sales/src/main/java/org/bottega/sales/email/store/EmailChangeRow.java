package org.bottega.sales.email.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.bottega.persistence.SellerRow;
import org.bottega.persistence.TenantKey;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.email.ChangeReason;
import org.bottega.sales.email.EmailChange;
import org.bottega.sales.email.EmailChange.MadeBy;

/** A change that was made; it is never touched again. */
@Entity
@Table(name = "sales_email_change")
@IdClass(TenantKey.class)
public class EmailChangeRow implements SellerRow {

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

    @Enumerated(EnumType.STRING)
    @Column(name = "reason")
    private ChangeReason reason;

    @Column(name = "old_email")
    private String oldEmail;

    @Column(name = "new_email")
    private String newEmail;

    @Column(name = "old_buyer")
    private String oldBuyer;

    @Column(name = "new_buyer")
    private String newBuyer;

    @Enumerated(EnumType.STRING)
    @Column(name = "made_by")
    private MadeBy madeBy;

    @Column(name = "request_key")
    private String requestKey;

    @Column(name = "created_at")
    private Instant createdAt;

    protected EmailChangeRow() {}

    /** From how the purchase was to how it is. */
    public EmailChangeRow(String tenant, String id, Purchase before, Purchase after, Why why) {
        tenantId = tenant;
        this.id = id;
        sellerId = before.seller();
        purchaseId = before.transaction();
        reason = why.reason();
        oldEmail = before.buyer().email();
        newEmail = after.buyer().email();
        oldBuyer = before.buyer().id();
        newBuyer = after.buyer().id();
        madeBy = why.madeBy();
        requestKey = why.requestKey();
        createdAt = why.at();
    }

    /**
     * What led to a change.
     *
     * @param requestKey the command that asked for it, or null when a link confirmed it
     */
    public record Why(ChangeReason reason, MadeBy madeBy, String requestKey, Instant at) {}

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

    public Instant createdAt() {
        return createdAt;
    }

    /** The change as others see it. */
    public EmailChange change() {
        return new EmailChange(id, purchaseId, reason, oldEmail, newEmail, madeBy, createdAt);
    }
}
