package org.bottega.sales.api;

import java.util.Optional;
import org.bottega.api.Problem;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Refund requests of the current caller's tenant, for the one module that looks after them. A request that is kept is
 * neither reminded of nor approved by sales; whoever declines it there is sent to its keeper.
 */
@ProviderType
public interface RefundCases {

    /**
     * From now on the module looks after every new refund request of this tenant, and is handed what sellers want to give
     * back (D9, {@link RefundKeeper}). Stored: it holds while the module's bundle is absent. In the caller's unit of work.
     *
     * @param module id of the module, or null: sales looks after them itself again, those that are open too
     */
    void keptBy(String module);

    /**
     * Opens a request that the calling module keeps; the purchase becomes PROTESTED. Whether it is too late is judged here
     * and never again (D25).
     *
     * @param key names the command, within the tenant: 1 to 255 visible ASCII characters. The same key again opens nothing
     *     more and answers how it stands now
     * @param keeper id of the calling module
     * @throws Problem 400 naming the field ({@code amount}, {@code amount.currency}, {@code reason}, {@code remark}, {@code
     *     since}); 404 {@code purchase-not-found}; 422 {@code
     *     idempotency-key-reused}; 409 {@code refund-request-open} with member
     *     {@code request} (D26), {@code transition-forbidden}, {@code refund-period-over}, {@code payment-not-ours}, {@code
     *     payment-not-settled}, {@code payment-disputed}, {@code refund-in-progress}, {@code nothing-was-paid}
     */
    RefundCase open(String key, String keeper, NewRefundCase wish);

    /**
     * Whether a request would be opened, judged as {@link #open} does, without opening it.
     *
     * @throws Problem what {@link #open} would throw
     */
    void check(NewRefundCase wish);

    /** The request, or empty when there is none, or not for this caller. */
    Optional<RefundCase> find(String id);

    /**
     * Gives the money back, now, however old the sale is (D25): the amount of the request, or what is left when that is less.
     * After a part the purchase is PARTIALLY_REFUNDED. It moves money in steps and must be called outside a unit of
     * work. {@link PurchaseRefunded} tells when the money has moved; {@link RefundRefused} when the gateway refused, and the
     * request is OPEN again.
     *
     * @param key names the command, among those of the request's keeper, whoever calls: the same key again does nothing more
     *     and answers how it stands now
     * @param note for the records, up to 500 characters, or null
     * @throws Problem 404 {@code refund-request-not-found}; 409 {@code refund-request-closed}, {@code payment-not-settled},
     *     {@code payment-disputed}, {@code refund-in-progress}, {@code refund-refused}; 422 {@code idempotency-key-reused};
     *     503 {@code gateway-unavailable}
     * @throws IllegalStateException when a unit of work is open
     */
    RefundCase grant(String key, String id, String note);

    /**
     * Ends a request without money; the purchase is again what it was. Ending what has ended does nothing.
     *
     * @param reason for the records and the buyer, 1 to 500 characters
     * @param byBuyer whether the buyer took it back; otherwise it was declined
     * @throws Problem 404 {@code refund-request-not-found}; 409 {@code refund-request-closed} when it is being granted or was
     */
    RefundCase end(String id, String reason, boolean byBuyer);
}
