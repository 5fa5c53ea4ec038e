package org.bottega.sales;

import org.bottega.api.Problem;
import org.bottega.sales.store.SalesStore;

/** A tax id is one buyer's within a tenant (ACC-11). */
public final class TaxIds {

    private TaxIds() {}

    /**
     * Goes on when the tax id is nobody's, or this buyer's own.
     *
     * @param email whose it is to be, in lower case
     * @param taxId or null
     * @throws Problem 409 {@code tax-id-taken}
     */
    public static void checkFree(Platform platform, SalesStore store, String email, String taxId) {
        String key = TaxId.key(taxId);
        boolean taken = key != null
                && platform.beyond("sales.tax-ids", () -> store.buyers().byTaxKey(key))
                        .filter(row -> !row.buyerEmail().equals(email))
                        .isPresent();
        if (taken) {
            throw Problem.conflict("tax-id-taken", "another address has this tax id on file; use that address");
        }
    }
}
