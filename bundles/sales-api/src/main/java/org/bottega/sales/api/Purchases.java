package org.bottega.sales.api;

import java.util.Locale;
import java.util.Optional;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.osgi.annotation.versioning.ProviderType;

/** Purchases of the current caller's tenant, for other modules. A caller confined to one seller reaches that one's only. */
@ProviderType
public interface Purchases {

    /** The purchase with this transaction code, or empty when there is none, or not for this caller. */
    Optional<Purchase> find(String transaction);

    /**
     * All purchases, of every status, newest first: for a module that is switched on and fills itself. What is sold while it
     * pages is told by events.
     */
    Page<Purchase> list(PageRequest request);

    /** The language in which the buyer of this purchase is written to, or empty when there is none, or not for this caller. */
    Optional<Locale> language(String transaction);

    /**
     * Gives back what is left of the price, if the policy copied onto the purchase still allows the seller to (D8, D28). It
     * moves money in steps and must be called outside a unit of work. {@link PurchaseRefunded} tells when the money has
     * moved: before this returns, or later when the gateway takes its time.
     *
     * @param key names the command: the same key again does nothing more and answers how it stands now
     * @param reason why, for the seller's records: 1 to 500 characters
     * @return the purchase as it is now; not REFUNDED yet while the gateway decides
     * @throws Problem 404 {@code purchase-not-found}; 409 {@code transition-forbidden}, {@code refund-period-over}, {@code
     *     payment-not-ours}, {@code refund-in-progress}, {@code refund-refused}; 422 {@code idempotency-key-reused}; 503
     *     {@code gateway-unavailable}
     * @throws IllegalStateException when a unit of work is open
     */
    Purchase refund(String key, String transaction, String reason);
}
