package org.bottega.ticketing;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * Which tickets are wanted: all conditions hold; null or empty is no condition.
 *
 * @param buyerEmail whole address, whatever its case
 * @param openedBefore older than this
 * @param dueBefore due before this
 */
public record TicketFilter(
        Set<TicketType> types,
        Set<TicketState> states,
        String seller,
        String product,
        String transaction,
        String buyerEmail,
        Instant openedBefore,
        Instant dueBefore) {

    /** Orders. */
    public enum Sort {
        /** What is due soonest first; what is not due last. */
        DUE,
        /** Newest first. */
        NEWEST
    }

    public TicketFilter {
        types = Set.copyOf(types);
        states = Set.copyOf(states);
        buyerEmail = buyerEmail == null ? null : buyerEmail.strip().toLowerCase(Locale.ROOT);
    }
}
