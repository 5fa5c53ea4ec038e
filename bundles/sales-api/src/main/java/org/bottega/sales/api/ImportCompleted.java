package org.bottega.sales.api;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/**
 * A file of past sales was read to its end. The purchases themselves were not told one by one (D30), unless that was asked
 * for: who wants to know them asks {@link Purchases}.
 *
 * @param importId id of the import
 * @param created purchases that are new
 * @param unchanged lines whose purchase was there already
 * @param failed lines that were not taken
 * @param createdAmount sum of the new purchases in minor units; it can be more than one price may be
 * @param currency of all of them
 */
@EventType("sales.ImportCompleted")
public record ImportCompleted(
        String importId, String seller, int created, int unchanged, int failed, long createdAmount, String currency)
        implements DomainEvent {
    @Override
    public String aggregate() {
        return importId;
    }
}
