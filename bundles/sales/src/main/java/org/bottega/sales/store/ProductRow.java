package org.bottega.sales.store;

import java.time.Instant;
import java.util.Locale;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.bottega.persistence.OpenToBuyers;
import org.bottega.persistence.SellerRow;
import org.bottega.persistence.TenantKey;
import org.bottega.sales.Product;
import org.bottega.sales.RefundPolicy;

/** A product of a seller. */
@Entity
@OpenToBuyers
@Table(name = "sales_product")
@IdClass(TenantKey.class)
public class ProductRow implements SellerRow {

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "seller_id")
    private String sellerId;

    @Column(name = "name")
    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "support_email")
    private String supportEmail;

    @Enumerated(EnumType.STRING)
    @Column(name = "refund_policy")
    private RefundPolicy refundPolicy;

    @Column(name = "guarantee_days")
    private int guaranteeDays;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    @Column(name = "version")
    private long version;

    protected ProductRow() {}

    public ProductRow(String tenant, Product product) {
        tenantId = tenant;
        id = product.id();
        sellerId = product.seller();
        name = product.name();
        nameKey = product.name().toLowerCase(Locale.ROOT);
        supportEmail = product.supportEmail();
        refundPolicy = product.refundPolicy();
        guaranteeDays = product.guaranteeDays();
        createdAt = product.createdAt();
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

    /** The name in lower case, by which products are sorted and found. */
    public String nameKey() {
        return nameKey;
    }

    /** The product as others see it. */
    public Product product() {
        return new Product(id, sellerId, name, supportEmail, refundPolicy, guaranteeDays, createdAt);
    }
}
