package org.bottega.itests;

import org.bottega.itests.harness.Shop;

/** The event deliveries of a marketplace, counted in the database. */
public final class Outbox {

    private Outbox() {}

    /** Deliveries that are still to be made. */
    public static long open(Shop shop) {
        return count(shop, "parked = false");
    }

    /** Deliveries that were given up. */
    public static long failed(Shop shop) {
        return count(shop, "parked = true");
    }

    private static long count(Shop shop, String where) {
        return Long.parseLong(shop.platform()
                .probe()
                .sql("SELECT COUNT(*) FROM core_delivery WHERE tenant_id = '" + shop.tenant() + "' AND " + where)
                .get(0));
    }
}
