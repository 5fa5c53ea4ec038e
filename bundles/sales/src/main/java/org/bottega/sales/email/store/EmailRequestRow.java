package org.bottega.sales.email.store;

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
import org.bottega.sales.email.ChangeReason;
import org.bottega.sales.email.Wish;

/** A buyer's own change, which waits until somebody who reads the new mailbox confirms it. */
@Entity
@Table(name = "sales_email_request")
@IdClass(TenantKey.class)
public class EmailRequestRow implements SellerRow {

    /** Whether it can still be confirmed. */
    public enum State {
        WAITING,
        USED,
        /** A newer one took its place. */
        VOIDED
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

    @Enumerated(EnumType.STRING)
    @Column(name = "reason")
    private ChangeReason reason;

    @Column(name = "old_buyer")
    private String oldBuyer;

    @Column(name = "new_email")
    private String newEmail;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Version
    @Column(name = "version")
    private long version;

    protected EmailRequestRow() {}

    /** Asked for by the purchase's present buyer. */
    public EmailRequestRow(String tenant, String id, Purchase purchase, Wish wish, Term term) {
        tenantId = tenant;
        this.id = id;
        sellerId = purchase.seller();
        purchaseId = purchase.transaction();
        reason = wish.reason();
        oldBuyer = purchase.buyer().id();
        newEmail = wish.next();
        state = State.WAITING;
        createdAt = term.from();
        expiresAt = term.until();
    }

    /** From when on, and before which instant, it can be confirmed. */
    public record Term(Instant from, Instant until) {}

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

    /** A newer one takes its place. */
    public void voidIt() {
        state = State.VOIDED;
    }

    /** It has been confirmed. */
    public void use() {
        state = State.USED;
    }

    public State state() {
        return state;
    }

    public String purchaseId() {
        return purchaseId;
    }

    public ChangeReason reason() {
        return reason;
    }

    public String newEmail() {
        return newEmail;
    }

    /** Whether the purchase is still the one's who asked. */
    public boolean isOf(Purchase purchase) {
        return oldBuyer.equals(purchase.buyer().id());
    }

    /** The first instant at which it is no longer good. */
    public Instant expiresAt() {
        return expiresAt;
    }
}
