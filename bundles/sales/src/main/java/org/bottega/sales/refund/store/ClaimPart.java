package org.bottega.sales.refund.store;

import javax.persistence.Column;
import javax.persistence.Embeddable;
import org.bottega.api.Money;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.store.PurchaseRow;

/** What a refund is asked for: copied from the purchase when that is opened. */
@Embeddable
public class ClaimPart {

    @Column(name = "product_id")
    private String productId;

    @Column(name = "product_name")
    private String productName;

    @Column(name = "amount")
    private long amount;

    @Column(name = "currency")
    private String currency;

    protected ClaimPart() {}

    ClaimPart(PurchaseRow row) {
        Purchase purchase = row.purchase();
        productId = purchase.product();
        productName = purchase.productName();
        amount = row.left().minor();
        currency = row.left().currency();
    }

    String product() {
        return productId;
    }

    String productName() {
        return productName;
    }

    Money amount() {
        return new Money(amount, currency);
    }
}
