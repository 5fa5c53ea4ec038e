package org.bottega.hello.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.bottega.persistence.TenantKey;
import org.bottega.persistence.TenantRow;

/** A greeting. */
@Entity
@Table(name = "hello_greetings")
@IdClass(TenantKey.class)
public class Greeting implements TenantRow {

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "name")
    private String name;

    @Column(name = "greeted_at")
    private Instant greetedAt;

    @Column(name = "heard_at")
    private Instant heardAt;

    @Version
    @Column(name = "version")
    private long version;

    protected Greeting() {}

    Greeting(String tenantId, String id, String name, Instant greetedAt) {
        this.tenantId = tenantId;
        this.id = id;
        this.name = name;
        this.greetedAt = greetedAt;
    }

    /** Somebody heard it; the first time counts. */
    public void hear(Instant at) {
        if (heardAt == null) {
            heardAt = at;
        }
    }

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Instant greetedAt() {
        return greetedAt;
    }

    /** When it was heard, or null while it was not. */
    public Instant heardAt() {
        return heardAt;
    }
}
