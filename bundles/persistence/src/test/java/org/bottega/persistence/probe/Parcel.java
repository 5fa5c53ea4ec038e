package org.bottega.persistence.probe;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import javax.persistence.Version;
import org.bottega.persistence.SellerRow;
import org.bottega.persistence.TenantKey;

/** A seller-owned row with every kind of column that modules use. */
@Entity
@Table(name = "probe_parcel")
@IdClass(TenantKey.class)
public class Parcel implements SellerRow {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "seller_id")
    private String sellerId;

    @Column(name = "label")
    private String label;

    @Column(name = "weight")
    private long weight;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Lob
    @Column(name = "note")
    private String note;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "due_attempts")
    private short dueAttempts;

    @Column(name = "due_error")
    private String dueError;

    @Version
    @Column(name = "version")
    private long version;

    protected Parcel() {}

    public Parcel(String tenantId, String id, String sellerId, Instant sentAt) {
        this.tenantId = tenantId;
        this.id = id;
        this.sellerId = sellerId;
        this.label = "parcel " + id;
        this.sentAt = sentAt;
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

    public String label() {
        return label;
    }

    public long weight() {
        return weight;
    }

    public Instant sentAt() {
        return sentAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public int dueAttempts() {
        return dueAttempts;
    }

    public String dueError() {
        return dueError;
    }

    public String note() {
        return note;
    }

    public Parcel label(String text) {
        label = text;
        return this;
    }

    public Parcel weigh(long grams) {
        weight = grams;
        return this;
    }

    public Parcel note(String text) {
        note = text;
        return this;
    }

    public Parcel due(Instant at) {
        dueAt = at;
        return this;
    }
}
