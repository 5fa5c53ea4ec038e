package org.bottega.api;

/**
 * A seller's settings have changed (ACC-19, ACC-20). Who keeps deadlines in the seller's zone computes them anew (D17).
 *
 * @param seller id of the seller
 * @param zoneBefore name of the zone before
 * @param zone name of the zone now; may be the same
 * @param supportEmail address for customers now, or null
 * @param locale language tag now
 */
@EventType("core.SellerChanged")
public record SellerChanged(String seller, String zoneBefore, String zone, String supportEmail, String locale)
        implements DomainEvent {

    @Override
    public String aggregate() {
        return seller;
    }
}
