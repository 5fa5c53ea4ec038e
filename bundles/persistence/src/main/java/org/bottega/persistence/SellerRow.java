package org.bottega.persistence;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * An entity that belongs to one seller: it has a persistent field {@code sellerId} as well (column {@code seller_id}). A
 * caller confined to another seller never sees it.
 */
@ConsumerType
public interface SellerRow extends TenantRow {

    String sellerId();
}
