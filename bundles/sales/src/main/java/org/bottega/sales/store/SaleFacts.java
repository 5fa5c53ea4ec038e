package org.bottega.sales.store;

import javax.persistence.Column;
import javax.persistence.Embeddable;
import org.bottega.sales.Offer;
import org.bottega.sales.Product;

/** What was sold and how that came to be: copied when it is sold, never changed afterwards. */
@Embeddable
public class SaleFacts {

    @Column(name = "product_id")
    private String productId;

    @Column(name = "product_name")
    private String productName;

    @Column(name = "offer_id")
    private String offerId;

    @Column(name = "list_amount")
    private Long listAmount;

    @Column(name = "coupon_code")
    private String coupon;

    @Column(name = "buyer_tax_id")
    private String taxId;

    @Column(name = "source")
    private String source;

    @Column(name = "request_key")
    private String requestKey;

    protected SaleFacts() {}

    SaleFacts(Product product, Offer offer, String requestKey) {
        productId = product.id();
        productName = product.name();
        offerId = offer.id();
        this.requestKey = requestKey;
    }

    /** What else was told: the buyer's tax id, or null. */
    public void told(String buyersTaxId) {
        taxId = buyersTaxId;
    }

    void reduced(String byCoupon, long before) {
        coupon = byCoupon;
        listAmount = before;
    }

    String productId() {
        return productId;
    }

    String productName() {
        return productName;
    }

    String offerId() {
        return offerId;
    }

    /** The code of the coupon it was bought with, or null. */
    public String coupon() {
        return coupon;
    }

    /** The buyer's tax id as told at this sale, or null. Personal data. */
    public String taxId() {
        return taxId;
    }

    String source() {
        return source;
    }

    /** The price without the coupon, in minor units. */
    long list(long paid) {
        return listAmount == null ? paid : listAmount;
    }
}
