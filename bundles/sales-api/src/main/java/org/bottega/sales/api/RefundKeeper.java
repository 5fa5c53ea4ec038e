package org.bottega.sales.api;

import java.time.Instant;
import org.bottega.api.Problem;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a module that looks after refunds offers to sales (see {@link RefundCases#keptBy}): where it keeps a tenant's
 * refunds, a seller who gives money back hands the wish over instead (D9).
 */
@ConsumerType
public interface RefundKeeper {

    /** Id of the module. */
    String module();

    /**
     * Takes over what a seller wants to give back. Called outside a unit of work, as the seller.
     *
     * @param key names the command: the same key again takes over nothing more
     * @throws Problem as {@link RefundCases#open}
     */
    Taken take(String key, NewRefundCase wish);

    /**
     * That it was taken over.
     *
     * @param reference by which it is found at the keeper: a code that people quote
     * @param request id of the refund request
     * @param due when the money is given back, unless it is undone before
     */
    record Taken(String reference, String request, Instant due) {}
}
