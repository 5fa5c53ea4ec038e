package org.bottega.sales.email;

import java.time.Instant;

/**
 * A change that was made. Personal data.
 *
 * @param madeBy on whose wish
 */
public record EmailChange(
        String id,
        String transaction,
        ChangeReason reason,
        String oldEmail,
        String newEmail,
        MadeBy madeBy,
        Instant at) {

    /** On whose wish a change is made. */
    public enum MadeBy {
        /** The seller alone (ACC-13), or the tenant's staff in his place. */
        SELLER,
        /** The tenant's staff, after the buyer has proved who he is (ACC-10). */
        SUPPORT,
        /** The buyer himself, with access to the new mailbox (ACC-17, ACC-18). */
        BUYER
    }
}
