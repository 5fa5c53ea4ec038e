package org.bottega.webhooks;

/** How far a delivery is. */
public enum DeliveryState {
    /** To be sent, perhaps again. */
    PENDING,
    /** Taken with an answer 2xx. */
    DELIVERED,
    /** Given up; it can be replayed. */
    FAILED
}
