package org.bottega.sales.store;

import java.time.Duration;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import org.bottega.sales.Product;
import org.bottega.sales.RefundPolicy;

/** The terms of refund copied onto a purchase when it is sold (D8). A day is 24 hours; the last one ends a period. */
@Embeddable
public class RefundTerms {

    /** Days during which a customer may ask (REF-11). */
    public static final int CUSTOMER_DAYS = 60;

    /** Days during which a seller may give back (REF-12). */
    public static final int SELLER_DAYS = 90;

    @Enumerated(EnumType.STRING)
    @Column(name = "refund_policy")
    private RefundPolicy policy;

    @Column(name = "guarantee_days")
    private int guaranteeDays;

    @Column(name = "customer_days")
    private int customerDays;

    @Column(name = "seller_days")
    private int sellerDays;

    @Column(name = "terms_from")
    private Instant from;

    protected RefundTerms() {}

    RefundTerms(Product product) {
        policy = product.refundPolicy();
        guaranteeDays = product.guaranteeDays();
        customerDays = CUSTOMER_DAYS;
        sellerDays = SELLER_DAYS;
    }

    /** Terms as they were read of a purchase; {@code from} is null when they run from the purchase. */
    public RefundTerms(RefundPolicy policy, int guaranteeDays, int sellerDays, Instant from) {
        this.policy = policy;
        this.guaranteeDays = guaranteeDays;
        customerDays = CUSTOMER_DAYS;
        this.sellerDays = sellerDays;
        this.from = from;
    }

    /** What is paid later than it is bought can be given back as long as if it had been bought when it was paid. */
    public void runFrom(Instant paid) {
        from = paid;
    }

    /** The first instant that is no longer within the guarantee. */
    public Instant guaranteeEnds(Instant sale) {
        return after(sale, guaranteeDays);
    }

    /** The first instant at which the seller can no longer give back. */
    public Instant sellerEnds(Instant sale) {
        return policy == RefundPolicy.GUARANTEE ? guaranteeEnds(sale) : after(sale, sellerDays);
    }

    /** The first instant at which the buyer can no longer ask (REF-11). */
    public Instant customerEnds(Instant sale) {
        return policy == RefundPolicy.GUARANTEE ? guaranteeEnds(sale) : after(sale, customerDays);
    }

    /** The clause that limits the seller, in words. */
    public String sellerClause() {
        return clause(sellerDays);
    }

    /** The clause that limits the buyer, in words. */
    public String customerClause() {
        return clause(customerDays);
    }

    private String clause(int days) {
        return policy == RefundPolicy.GUARANTEE
                ? "within the guarantee of " + guaranteeDays + " days"
                : "while the sale is less than " + days + " days old";
    }

    public RefundPolicy policy() {
        return policy;
    }

    private Instant after(Instant sale, int days) {
        return (from == null ? sale : from).plus(Duration.ofHours(24L * days));
    }
}
