package org.bottega.sales.payment.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.bottega.persistence.TenantKey;
import org.bottega.persistence.TenantRow;
import org.bottega.sales.payment.TestCard;

/** A card that the sandbox gateway keeps; its id is the key of the command, and the token. */
@Entity
@Table(name = "sales_sandbox_card")
@IdClass(TenantKey.class)
public class SandboxCard implements TenantRow {

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Enumerated(EnumType.STRING)
    @Column(name = "scenario")
    private TestCard scenario;

    protected SandboxCard() {}

    public SandboxCard(String tenant, String id, TestCard scenario) {
        tenantId = tenant;
        this.id = id;
        this.scenario = scenario;
    }

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String id() {
        return id;
    }

    public TestCard scenario() {
        return scenario;
    }
}
