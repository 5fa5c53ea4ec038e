package org.bottega.sales.refund;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.bottega.api.Problem;

/**
 * Which refund requests are wanted. All that is given must hold; null or empty asks nothing.
 *
 * @param states any of these
 * @param buyerEmail whole address, whatever its case
 * @param from first instant of the period in which it was opened
 * @param to first instant after the period
 * @param dueBefore to be answered before this instant
 */
public record RefundRequestFilter(
        Set<RefundRequestState> states,
        String seller,
        String product,
        String buyerEmail,
        String transaction,
        Instant from,
        Instant to,
        Instant dueBefore) {

    /** How the list is sorted. */
    public enum Sort {
        NEWEST,
        DUE
    }

    public RefundRequestFilter {
        states = Set.copyOf(states);
        buyerEmail = buyerEmail == null ? null : buyerEmail.strip().toLowerCase(Locale.ROOT);
        if (from != null && to != null && !from.isBefore(to)) {
            throw Problem.invalid("period-empty", "to", "an instant after from is expected");
        }
    }
}
