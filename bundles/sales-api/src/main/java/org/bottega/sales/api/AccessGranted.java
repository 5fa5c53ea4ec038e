package org.bottega.sales.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/**
 * A buyer may reach a product.
 *
 * @param access id of the access
 */
@EventType("sales.AccessGranted")
public record AccessGranted(String transaction, String seller, String product, String buyer, String access)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return transaction;
    }
}
