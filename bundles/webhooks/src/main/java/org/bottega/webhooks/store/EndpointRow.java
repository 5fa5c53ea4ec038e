package org.bottega.webhooks.store;

import java.time.Instant;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.bottega.persistence.TenantKey;
import org.bottega.persistence.TenantRow;
import org.bottega.webhooks.DisabledWhy;
import org.bottega.webhooks.EndpointState;
import org.bottega.webhooks.Target;

/** Where events are sent. */
@Entity
@Table(name = "webhooks_endpoint")
@IdClass(TenantKey.class)
public class EndpointRow implements TenantRow {

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "url")
    private String url;

    @Column(name = "description")
    private String description;

    @Column(name = "contact")
    private String contact;

    @Column(name = "events")
    private String events;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private EndpointState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "disabled_why")
    private DisabledWhy disabledWhy;

    @Column(name = "disabled_at")
    private Instant disabledAt;

    @Column(name = "generation")
    private int generation;

    @Column(name = "rotated_at")
    private Instant rotatedAt;

    @Column(name = "failing_since")
    private Instant failingSince;

    @Column(name = "request_key")
    private String requestKey;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    @Column(name = "version")
    private long version;

    protected EndpointRow() {}

    EndpointRow(String tenantId, String id, String requestKey, Target target, Instant createdAt) {
        this.tenantId = tenantId;
        this.id = id;
        this.requestKey = requestKey;
        this.createdAt = createdAt;
        state = EndpointState.ENABLED;
        generation = 1;
        change(target);
    }

    /** What its owner says of it is another now. */
    public final void change(Target target) {
        url = target.url();
        description = target.description();
        contact = target.contact();
        events = String.join(",", target.events());
    }

    /** What its owner says of it. */
    public Target target() {
        return new Target(url, events(), contact, description);
    }

    /** Nothing more is sent. The first reason stays. */
    public void disable(DisabledWhy why, Instant at) {
        if (state == EndpointState.ENABLED) {
            state = EndpointState.DISABLED;
            disabledWhy = why;
            disabledAt = at;
        }
    }

    /** Events are sent from now on; what failed before is forgotten. */
    public void enable() {
        state = EndpointState.ENABLED;
        disabledWhy = null;
        disabledAt = null;
        failingSince = null;
    }

    /** It has a new secret; the one before is good for a while. */
    public void rotate(Instant at) {
        generation++;
        rotatedAt = at;
    }

    /** An attempt that was begun then has failed; the first of a row of failures counts. */
    public void failed(Instant begun) {
        if (failingSince == null) {
            failingSince = begun;
        }
    }

    /** An attempt has succeeded. */
    public void succeeded() {
        failingSince = null;
    }

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String id() {
        return id;
    }

    public String url() {
        return url;
    }

    public String description() {
        return description;
    }

    public String contact() {
        return contact;
    }

    public List<String> events() {
        return List.of(events.split(","));
    }

    public boolean isEnabled() {
        return state == EndpointState.ENABLED;
    }

    public EndpointState state() {
        return state;
    }

    /** Why it is disabled, or null. */
    public DisabledWhy disabledWhy() {
        return disabledWhy;
    }

    public Instant disabledAt() {
        return disabledAt;
    }

    /** Which secret it has, counted from 1. */
    public int generation() {
        return generation;
    }

    /** When it got the secret, or null for the first. */
    public Instant rotatedAt() {
        return rotatedAt;
    }

    /** When the first attempt was begun since which all have failed, or null. */
    public Instant failingSince() {
        return failingSince;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
