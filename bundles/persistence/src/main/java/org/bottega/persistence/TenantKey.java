package org.bottega.persistence;

import java.io.Serializable;
import java.util.Objects;

/** The primary key of every tenant table: the tenant first, then the row. */
public final class TenantKey implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Slug of the tenant. */
    public String tenantId;

    /** Id of the row within the tenant. */
    public String id;

    public TenantKey() {}

    public TenantKey(String tenantId, String id) {
        this.tenantId = tenantId;
        this.id = id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TenantKey key && Objects.equals(tenantId, key.tenantId) && Objects.equals(id, key.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenantId, id);
    }
}
