package org.bottega.webhooks.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.bottega.persistence.TenantKey;
import org.bottega.persistence.TenantRow;
import org.bottega.webhooks.DeliveryState;

/** One event for one endpoint, as it is listed; {@link DeliveryRows} writes it and knows its body. */
@Entity
@Table(name = "webhooks_delivery")
@IdClass(TenantKey.class)
public class DeliveryRow implements TenantRow {

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "endpoint_id")
    private String endpointId;

    @Column(name = "event_id")
    private String eventId;

    @Column(name = "event_type")
    private String eventType;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private DeliveryState state;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "tries")
    private int tries;

    @Column(name = "last_status")
    private Integer lastStatus;

    @Column(name = "last_error")
    private String lastError;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    protected DeliveryRow() {}

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String id() {
        return id;
    }

    public String endpointId() {
        return endpointId;
    }

    public String eventId() {
        return eventId;
    }

    public String eventType() {
        return eventType;
    }

    public DeliveryState state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Attempts since it was queued last. */
    public int tries() {
        return tries;
    }

    /** Status of the last answer, or null when there was none. */
    public Integer lastStatus() {
        return lastStatus;
    }

    /** Why the last attempt failed, or null. */
    public String lastError() {
        return lastError;
    }

    /** When it was delivered or given up, or null. */
    public Instant endedAt() {
        return endedAt;
    }

    /** When it is tried next, or null when it is over. */
    public Instant nextTryAt() {
        return state == DeliveryState.PENDING ? dueAt : null;
    }
}
