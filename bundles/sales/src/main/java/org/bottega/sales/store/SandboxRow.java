package org.bottega.sales.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.bottega.api.Money;
import org.bottega.persistence.TenantKey;
import org.bottega.persistence.TenantRow;
import org.bottega.sales.payment.TestCard;

/** A command in the sandbox gateway's own book, never changed once written. */
@Entity
@Table(name = "sales_sandbox")
@IdClass(TenantKey.class)
public class SandboxRow implements TenantRow {

    /** Which way the money goes. */
    public enum Kind {
        CHARGE,
        REFUND
    }

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Kind kind;

    @Column(name = "charge_id")
    private String chargeId;

    @Enumerated(EnumType.STRING)
    @Column(name = "scenario")
    private TestCard scenario;

    @Column(name = "refused")
    private boolean refused;

    @Column(name = "amount")
    private long amount;

    @Column(name = "currency")
    private String currency;

    @Column(name = "created_at")
    private Instant createdAt;

    protected SandboxRow() {}

    private SandboxRow(String tenant, String id, Kind kind, Money money, Instant now) {
        tenantId = tenant;
        this.id = id;
        this.kind = kind;
        amount = money.minor();
        currency = money.currency();
        createdAt = now;
    }

    /** A charge of the card that chooses the scenario. */
    public static SandboxRow charge(String tenant, String id, Money money, TestCard card, Instant now) {
        SandboxRow row = new SandboxRow(tenant, id, Kind.CHARGE, money, now);
        row.scenario = card;
        row.refused = card == TestCard.NO_FUNDS || card == TestCard.BLOCKED;
        return row;
    }

    /** A refund of a charge; {@code refused} when the charge does not have that much left. */
    public static SandboxRow refund(SandboxRow charge, String id, Money money, boolean refused, Instant now) {
        SandboxRow row = new SandboxRow(charge.tenantId, id, Kind.REFUND, money, now);
        row.chargeId = charge.id;
        row.scenario = charge.scenario;
        row.refused = refused;
        return row;
    }

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public TestCard scenario() {
        return scenario;
    }

    public boolean isRefused() {
        return refused;
    }

    public Money amount() {
        return new Money(amount, currency);
    }

    /** When what the scenario delays happens. */
    public Instant laterAt() {
        return createdAt.plus(scenario.delay());
    }

    public Instant createdAt() {
        return createdAt;
    }
}
