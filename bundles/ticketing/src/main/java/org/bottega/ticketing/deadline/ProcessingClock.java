package org.bottega.ticketing.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.deadline.Segment.Kind;

/** When a refund or cancellation is processed if nobody does anything (TKT-12, TKT-19, TKT-22). */
public final class ProcessingClock {

    private ProcessingClock() {}

    /**
     * The deadline of a ticket opened so.
     *
     * <p>Customers' tickets have the hours of the policy (TKT-12), the seller's its minutes (TKT-22), those of a seller in
     * immediate processing none (TKT-18). Weekends and holidays in the seller's zone do what the policy says (D3), to the
     * seller's own tickets only if it says so (D4). With no time at all a ticket is due at its opening, on any day.
     */
    public static Deadline deadline(Opening opening, DeadlinePolicy policy, SellerDays days) {
        Duration time = time(opening, policy);
        Trail trail = new Trail(opening.at(), days);
        if (time.isZero()) {
            return trail.to(opening.at(), Kind.COUNTED, Reason.AT_ONCE).end();
        }
        return switch (weekend(opening, policy)) {
            case PAUSE -> paused(trail, time, days).end();
            case ROLL -> trail.elapse(time).moveToWorkingDay().end();
            case NONE -> trail.elapse(time).end();
        };
    }

    private static Duration time(Opening opening, DeadlinePolicy policy) {
        if (opening.immediate()) {
            return Duration.ZERO;
        }
        return opening.actor() == Actor.SELLER
                ? Duration.ofMinutes(policy.sellerMinutes())
                : Duration.ofHours(policy.customerHours());
    }

    private static Weekend weekend(Opening opening, DeadlinePolicy policy) {
        boolean observed = opening.actor() != Actor.SELLER || policy.vendorTicketsObserveWeekend();
        return observed ? policy.weekend() : Weekend.NONE;
    }

    /** Counts between free days only; what runs out exactly as one begins passes over it too (D3). */
    private static Trail paused(Trail trail, Duration time, SellerDays days) {
        Duration left = time;
        while (true) {
            LocalDate day = days.day(trail.now());
            if (days.free(day)) {
                trail.pause(day);
                continue;
            }
            if (left.isZero()) {
                return trail;
            }
            Instant stop = days.start(days.nextFree(day));
            Duration room = Duration.between(trail.now(), stop);
            Duration step = left.compareTo(room) < 0 ? left : room;
            trail.elapse(step);
            left = left.minus(step);
        }
    }
}
