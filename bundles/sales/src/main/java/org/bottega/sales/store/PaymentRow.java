package org.bottega.sales.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Embedded;
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
import org.bottega.sales.payment.PaymentState;

/** One charge. Its id is its key at the gateway. Due: the gateway is to be asked what became of it. */
@Entity
@Table(name = "sales_payment")
@IdClass(TenantKey.class)
public class PaymentRow implements SellerRow {

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

    @Column(name = "gateway")
    private String gateway;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private PaymentState state;

    @Column(name = "amount")
    private long amount;

    @Column(name = "currency")
    private String currency;

    @Column(name = "card")
    private String card;

    @Embedded
    private PaymentPlan plan;

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

    protected PaymentRow() {}

    /** The intent to charge a purchase. {@code lastFour} digits of the card are all that is kept of it; a slip has none. */
    public PaymentRow(String id, PurchaseRow purchase, String gateway, String lastFour, PaymentPlan plan) {
        tenantId = purchase.tenantId();
        this.id = id;
        sellerId = purchase.sellerId();
        purchaseId = purchase.id();
        this.gateway = gateway;
        state = PaymentState.INTENDED;
        amount = purchase.left().minor();
        currency = purchase.left().currency();
        card = lastFour;
        this.plan = plan;
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

    /** The gateway's decision was heard. */
    public void settle(PaymentState decided, Instant now) {
        state = decided;
        settledAt = now;
    }

    /** Goes on to a state in which it is not settled, or was settled before. */
    public void become(PaymentState next) {
        state = next;
    }

    /** When the gateway is to be asked again, or null: never. */
    public void askAgain(Instant askAt) {
        dueAt = askAt;
        dueAttempts = 0;
        dueError = null;
    }

    public String purchaseId() {
        return purchaseId;
    }

    public String gateway() {
        return gateway;
    }

    public PaymentState state() {
        return state;
    }

    /** Whether it is paid by card; otherwise by a slip. */
    public boolean isByCard() {
        return card != null;
    }

    /** Whether the gateway's decision has not been heard: the money may still come. */
    public boolean isAwaited() {
        return state == PaymentState.INTENDED || state == PaymentState.PENDING || state == PaymentState.UNPAID;
    }

    /** Whether the bank has the case, or has taken the money back. */
    public boolean isContested() {
        return state == PaymentState.DISPUTED || state == PaymentState.CHARGED_BACK;
    }

    /** What is known of it while it takes its time. */
    public PaymentPlan plan() {
        return plan;
    }

    /** When it is looked at next, or null. */
    public Instant dueAt() {
        return dueAt;
    }

    public Money amount() {
        return new Money(amount, currency);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When the money came, or the charge was refused; null before. */
    public Instant settledAt() {
        return settledAt;
    }

    public boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }
}
