package org.bottega.sales.refund.store;

import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import org.bottega.api.Money;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.store.PurchaseRow;

/** What a refund is asked for: copied from the purchase when that is opened. */
@Embeddable
public class ClaimPart {

    @Column(name = "buyer_id")
    private String buyerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_before")
    private PurchaseStatus statusBefore;

    @Column(name = "product_id")
    private String productId;

    @Column(name = "product_name")
    private String productName;

    @Column(name = "part_product")
    private String partProduct;

    @Column(name = "amount")
    private long amount;

    @Column(name = "currency")
    private String currency;

    protected ClaimPart() {}

    /** So much of a purchase. */
    public ClaimPart(PurchaseRow row, Money wanted) {
        Purchase purchase = row.purchase();
        buyerId = purchase.buyer().id();
        statusBefore = row.status();
        productId = purchase.product();
        productName = purchase.productName();
        amount = wanted.minor();
        currency = wanted.currency();
    }

    String buyer() {
        return buyerId;
    }

    PurchaseStatus statusBefore() {
        return statusBefore;
    }

    void belongsTo(String buyer) {
        buyerId = buyer;
    }

    /** Which product a part is for, or null: the whole order. */
    public void isFor(String product) {
        partProduct = product;
    }

    /** The product that a part is for, or null: the whole order. */
    public String partProduct() {
        return partProduct;
    }

    String product() {
        return productId;
    }

    String productName() {
        return productName;
    }

    /** What was asked for. */
    public Money amount() {
        return new Money(amount, currency);
    }
}
