package org.bottega.persistence;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * An entity that concerns one buyer: it has a persistent field {@code buyerEmail} as well (column {@code buyer_email}), in
 * lower case. A buyer sees only rows with his own address; entities that are neither this nor {@link OpenToBuyers} are out
 * of a buyer's reach altogether.
 */
@ConsumerType
public interface BuyerRow extends TenantRow {

    String buyerEmail();
}
