package org.bottega.sales.payment.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.bottega.api.spi.NotifyingGateway.About;
import org.bottega.api.spi.NotifyingGateway.Notice;
import org.bottega.persistence.TenantKey;
import org.bottega.persistence.TenantRow;

/** What a gateway told by itself. Due: it is to be applied, by asking the gateway. */
@Entity
@Table(name = "sales_notice")
@IdClass(TenantKey.class)
public class NoticeRow implements TenantRow {

    /** What became of it. */
    public enum State {
        NEW,
        APPLIED,
        /** Nobody knows what it is about. */
        DROPPED
    }

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "gateway")
    private String gateway;

    @Column(name = "notice")
    private String notice;

    @Enumerated(EnumType.STRING)
    @Column(name = "about")
    private About about;

    @Column(name = "about_key")
    private String aboutKey;

    @Column(name = "outcome")
    private String outcome;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "due_attempts")
    private int dueAttempts;

    @Column(name = "due_error")
    private String dueError;

    @Version
    @Column(name = "version")
    private long version;

    protected NoticeRow() {}

    /** Just heard, to be applied at once. */
    public NoticeRow(String tenant, String id, String gateway, Notice heard, Instant now) {
        tenantId = tenant;
        this.id = id;
        this.gateway = gateway;
        notice = heard.id();
        about = heard.about();
        aboutKey = heard.key();
        outcome = heard.outcome();
        state = State.NEW;
        createdAt = now;
        dueAt = now;
    }

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String id() {
        return id;
    }

    /** It was applied, or there is nothing to apply it to. */
    public void end(State end) {
        state = end;
        dueAt = null;
        dueAttempts = 0;
        dueError = null;
    }

    /** What it is about may become known later. */
    public void tryAgain(Instant at) {
        dueAt = at;
        dueAttempts = 0;
        dueError = null;
    }

    public String gateway() {
        return gateway;
    }

    /** What the gateway told. */
    public Notice notice() {
        return new Notice(notice, about, aboutKey, outcome);
    }

    public State state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }
}
