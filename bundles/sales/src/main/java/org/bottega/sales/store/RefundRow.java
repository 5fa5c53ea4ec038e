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
import org.bottega.api.Money;
import org.bottega.persistence.SellerRow;
import org.bottega.persistence.TenantKey;
import org.bottega.sales.payment.RefundState;
import org.bottega.sales.refund.Refund;

/** Money given back. Its id is its key at the gateway. Due: the gateway is to be asked what became of it. */
@Entity
@Table(name = "sales_refund")
@IdClass(TenantKey.class)
public class RefundRow implements SellerRow {

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

    @Column(name = "payment_id")
    private String paymentId;

    @Column(name = "request_key")
    private String requestKey;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private RefundState state;

    @Column(name = "amount")
    private long amount;

    @Column(name = "currency")
    private String currency;

    @Column(name = "reason")
    private String reason;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "product_id")
    private String productId;

    @Column(name = "refund_request")
    private String refundRequest;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "due_attempts")
    private int dueAttempts;

    @Column(name = "due_error")
    private String dueError;

    @Version
    @Column(name = "version")
    private long version;

    protected RefundRow() {}

    /** The intent to give back {@code amount} of a payment. */
    public RefundRow(PaymentRow payment, Money amount, Asked asked, Instant askAt) {
        tenantId = payment.tenantId();
        id = asked.id();
        sellerId = payment.sellerId();
        purchaseId = payment.purchaseId();
        paymentId = payment.id();
        requestKey = asked.requestKey();
        state = RefundState.INTENDED;
        this.amount = amount.minor();
        currency = amount.currency();
        reason = asked.reason();
        askedBy = asked.by();
        createdAt = asked.at();
        dueAt = askAt;
    }

    /** How a refund came to be. */
    public record Asked(String id, String requestKey, String reason, String by, Instant at) {}

    /** What it is for: one product, or null for the whole order; and the refund request it answers, or null. */
    public void concerns(String product, String request) {
        productId = product;
        refundRequest = request;
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

    /** The gateway's decision was heard. */
    public void settle(RefundState decided, Instant now) {
        state = decided;
        settledAt = now;
        askAgain(null);
    }

    /** The gateway has it and has not decided. */
    public void pending(Instant askAt) {
        state = RefundState.PENDING;
        askAgain(askAt);
    }

    private void askAgain(Instant askAt) {
        dueAt = askAt;
        dueAttempts = 0;
        dueError = null;
    }

    public String purchaseId() {
        return purchaseId;
    }

    public String paymentId() {
        return paymentId;
    }

    public RefundState state() {
        return state;
    }

    /** Whether the gateway's decision has not been heard: the money may still move. */
    public boolean isOpen() {
        return state == RefundState.INTENDED || state == RefundState.PENDING;
    }

    public Money amount() {
        return new Money(amount, currency);
    }

    public String reason() {
        return reason;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The refund request it answers, or null. */
    public String refundRequest() {
        return refundRequest;
    }

    /** The refund as others see it. */
    public Refund refund() {
        return new Refund(id, state, amount(), productId, reason, askedBy, createdAt, settledAt, refundRequest);
    }

    public boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }
}
