package org.bottega.persistence;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * An entity of one tenant. It has the persistent fields {@code tenantId} (column {@code tenant_id}) and {@code id}, both
 * {@code @Id String}, and {@code @IdClass(TenantKey.class)}.
 */
@ConsumerType
public interface TenantRow {

    String tenantId();

    String id();
}
