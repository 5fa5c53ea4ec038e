package org.bottega.persistence.probe;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.bottega.persistence.BuyerRow;
import org.bottega.persistence.TenantKey;

/** A row that concerns one buyer. */
@Entity
@Table(name = "probe_letter")
@IdClass(TenantKey.class)
public class Letter implements BuyerRow {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "buyer_email")
    private String buyerEmail;

    @Column(name = "pages")
    private long pages;

    protected Letter() {}

    public Letter(String tenantId, String id, String buyerEmail, long pages) {
        this.tenantId = tenantId;
        this.id = id;
        this.buyerEmail = buyerEmail;
        this.pages = pages;
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
    public String buyerEmail() {
        return buyerEmail;
    }

    public long pages() {
        return pages;
    }
}
