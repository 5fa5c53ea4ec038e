package org.bottega.persistence.probe;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.bottega.persistence.OpenToBuyers;
import org.bottega.persistence.TenantKey;
import org.bottega.persistence.TenantRow;

/** A row that every buyer of the tenant may see. */
@Entity
@OpenToBuyers
@Table(name = "probe_poster")
@IdClass(TenantKey.class)
public class Poster implements TenantRow {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    protected Poster() {}

    public Poster(String tenantId, String id) {
        this.tenantId = tenantId;
        this.id = id;
    }

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String id() {
        return id;
    }
}
