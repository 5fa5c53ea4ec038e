package org.bottega.ticketing;

import java.time.Instant;

/**
 * Something that happened to a ticket.
 *
 * @param author kind and id of who did it
 * @param details for people, or null; nothing personal
 */
public record HistoryEntry(String id, What what, Actor actor, String author, Instant at, String details) {

    /** What happened. */
    public enum What {
        OPENED,
        CHANGED,
        CLOSED,
        REOPENED,
        PROCESSING,
        PROCESSED,
        /** The gateway refused to give the money back. */
        REFUSED,
        WARNED,
        /** It is due at another time (D17). */
        DEADLINE,
        /** The purchase belongs to another buyer. */
        BUYER
    }
}
