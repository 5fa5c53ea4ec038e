package org.bottega.sales.bundle.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.bottega.persistence.OpenToBuyers;
import org.bottega.persistence.SellerRow;
import org.bottega.persistence.TenantKey;
import org.bottega.sales.bundle.Item;
import org.bottega.sales.store.PurchaseRow;

/** A product that was bought with a bundle. Never changed once written; it says nothing of the buyer. */
@Entity
@OpenToBuyers
@Table(name = "sales_item")
@IdClass(TenantKey.class)
public class ItemRow implements SellerRow {

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

    @Column(name = "place")
    private int place;

    @Column(name = "product_id")
    private String productId;

    @Column(name = "product_name")
    private String productName;

    protected ItemRow() {}

    public ItemRow(PurchaseRow purchase, String id, int place, Item item) {
        tenantId = purchase.tenantId();
        this.id = id;
        sellerId = purchase.sellerId();
        purchaseId = purchase.id();
        this.place = place;
        productId = item.product();
        productName = item.name();
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

    public String purchaseId() {
        return purchaseId;
    }

    /** The product, as it was called when sold. */
    public Item item() {
        return new Item(productId, productName);
    }
}
