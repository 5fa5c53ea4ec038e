package org.bottega.sales.payment.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.persistence.TenantKey;
import org.bottega.persistence.TenantRow;

/** What the sandbox gateway was told to pretend of a charge; the last one counts, whatever the card says. */
@Entity
@Table(name = "sales_sandbox_told")
@IdClass(TenantKey.class)
public class SandboxTold implements TenantRow {

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "charge_id")
    private String chargeId;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private Outcome outcome;

    @Column(name = "created_at")
    private Instant createdAt;

    protected SandboxTold() {}

    public SandboxTold(String tenant, String id, String charge, Outcome outcome, Instant now) {
        tenantId = tenant;
        this.id = id;
        chargeId = charge;
        this.outcome = outcome;
        createdAt = now;
    }

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String id() {
        return id;
    }

    public Outcome outcome() {
        return outcome;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
