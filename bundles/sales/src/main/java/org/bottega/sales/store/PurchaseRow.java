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
import org.bottega.persistence.BuyerRow;
import org.bottega.persistence.SellerRow;
import org.bottega.persistence.TenantKey;
import org.bottega.sales.Offer;
import org.bottega.sales.PaymentType;
import org.bottega.sales.Product;
import org.bottega.sales.PurchaseLife;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.Purchase.Buyer;
import org.bottega.sales.api.PurchaseStatus;

/** A purchase. What it says of product, buyer and refund policy is copied when it is sold. Due: the guarantee elapses. */
@Entity
@Table(name = "sales_purchase")
@IdClass(TenantKey.class)
public class PurchaseRow implements SellerRow, BuyerRow {

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "seller_id")
    private String sellerId;

    @Embedded
    private PurchaseBuyer buyer;

    @Column(name = "buyer_email")
    private String buyerEmail;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private PurchaseStatus status;

    @Column(name = "amount")
    private long amount;

    @Column(name = "currency")
    private String currency;

    @Column(name = "refunded")
    private long refunded;

    @Enumerated(EnumType.STRING)
    @Column(name = "payment_type")
    private PaymentType paymentType;

    @Column(name = "purchased_at")
    private Instant purchasedAt;

    @Embedded
    private RefundTerms terms;

    @Embedded
    private SaleFacts facts;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "due_attempts")
    private int dueAttempts;

    @Column(name = "due_error")
    private String dueError;

    @Version
    @Column(name = "version")
    private long version;

    protected PurchaseRow() {}

    /** A purchase that has been begun: {@code made} says by which request, and when. */
    public PurchaseRow(String tenant, Product product, Offer offer, Buyer sold, Made made) {
        tenantId = tenant;
        id = made.transaction();
        sellerId = product.seller();
        buyer = new PurchaseBuyer(sold);
        buyerEmail = sold.email();
        status = PurchaseStatus.STARTED;
        amount = offer.price().minor();
        currency = offer.price().currency();
        paymentType = made.payment();
        purchasedAt = made.at();
        terms = new RefundTerms(product);
        facts = new SaleFacts(product, offer, made.requestKey());
    }

    /** A coupon makes it cheaper; {@code paid} is what is left of the price. */
    public void reduce(String coupon, Money paid) {
        facts.reduced(coupon, amount);
        amount = paid.minor();
        paymentType = amount == 0 ? PaymentType.FREE : paymentType;
    }

    /** How a purchase came to be. */
    public record Made(String transaction, String requestKey, Instant at, PaymentType payment) {}

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

    @Override
    public String buyerEmail() {
        return buyerEmail;
    }

    /**
     * Changes the status as {@link PurchaseLife} allows. While it is APPROVED the end of the guarantee is due.
     *
     * @throws org.bottega.api.Problem 409 {@code transition-forbidden}
     */
    public void become(PurchaseStatus next) {
        PurchaseLife.check(status, next);
        status = next;
        dueAt = next == PurchaseStatus.APPROVED ? terms.guaranteeEnds(purchasedAt) : null;
        dueAttempts = 0;
        dueError = null;
    }

    /** Notes money given back. A chargeback that came first remains one; one who claims it all still does after a part. */
    public void giveBack(long minor) {
        refunded += minor;
        boolean part = refunded < amount;
        if (status != PurchaseStatus.CHARGEBACK && !(part && status == PurchaseStatus.PROTESTED)) {
            become(part ? PurchaseStatus.PARTIALLY_REFUNDED : PurchaseStatus.REFUNDED);
        }
    }

    /** Another buyer's from now on, known by this address. */
    public void handTo(String another, String email) {
        buyer.handTo(another, buyerEmail);
        buyerEmail = email;
    }

    /** The address it was sold to, whatever it is now. */
    public String soldTo() {
        return buyer.soldTo(buyerEmail);
    }

    public PurchaseStatus status() {
        return status;
    }

    /** What was sold, and how. */
    public SaleFacts facts() {
        return facts;
    }

    public PaymentType paymentType() {
        return paymentType;
    }

    /** The terms of refund it was sold under. */
    public RefundTerms terms() {
        return terms;
    }

    public Instant purchasedAt() {
        return purchasedAt;
    }

    /** What has not been given back yet. */
    public Money left() {
        return new Money(amount - refunded, currency);
    }

    /** Whether its end of guarantee is due. */
    public boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    /** The purchase as others see it. */
    public Purchase purchase() {
        Money price = new Money(amount, currency);
        return new Purchase(
                id,
                status,
                facts.productId(),
                facts.productName(),
                facts.offerId(),
                sellerId,
                buyer.buyer(buyerEmail),
                price,
                new Money(facts.list(amount), currency),
                facts.coupon(),
                new Money(refunded, currency),
                paymentType.name(),
                purchasedAt,
                terms.sellerEnds(purchasedAt),
                facts.source());
    }
}
