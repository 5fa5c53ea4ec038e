package org.bottega.sales.store;

import java.time.Instant;
import java.util.List;
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
import org.bottega.sales.ProductKind;
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

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private ProductKind kind;

    @Column(name = "contents")
    private String contents;

    @Column(name = "archived_at")
    private Instant archivedAt;

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
        createdAt = product.createdAt();
        change(product);
    }

    /** Takes all that may change, for future sales. Whether it is a bundle never changes. */
    public final void change(Product product) {
        name = product.name();
        nameKey = key(product.name());
        supportEmail = product.supportEmail();
        refundPolicy = product.refundPolicy();
        guaranteeDays = product.guaranteeDays();
        kind = product.kind();
        contents = product.contents().isEmpty() ? null : String.join(",", product.contents());
    }

    /** Takes it off the shelf; the first time counts. */
    public void archive(Instant now) {
        if (archivedAt == null) {
            archivedAt = now;
        }
    }

    /** Lower case can be longer; the column is as long as the name's. */
    private static String key(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return key.length() > 200 ? key.substring(0, 200) : key;
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
        return new Product(
                id,
                sellerId,
                name,
                supportEmail,
                refundPolicy,
                guaranteeDays,
                createdAt,
                contents == null ? List.of() : List.of(contents.split(",")),
                archivedAt,
                version);
    }
}
