package org.bottega.sales.payment.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.bottega.persistence.TenantKey;
import org.bottega.persistence.TenantRow;

/** Which secret a gateway signs its notifications with. Its id is the gateway's. */
@Entity
@Table(name = "sales_notice_key")
@IdClass(TenantKey.class)
public class NoticeKeyRow implements TenantRow {

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "generation")
    private int generation;

    @Version
    @Column(name = "version")
    private long version;

    protected NoticeKeyRow() {}

    /** The first one. */
    public NoticeKeyRow(String tenant, String gateway) {
        tenantId = tenant;
        id = gateway;
        generation = 1;
    }

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String id() {
        return id;
    }

    public int generation() {
        return generation;
    }

    /** From now on another one; the former is worthless. */
    public void renew() {
        generation++;
    }
}
