package org.bottega.ticketing.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.bottega.ticketing.deadline.Segment.Kind;

/**
 * When a support ticket that nobody touches gets its warnings and is closed. Which clock runs depends on who touched it last
 * (TKT-33). {@link DeadlinePolicy#weekend()} is about refunds and cancellations; here weekends and holidays always hold as
 * said.
 */
public final class SupportClock {

    private SupportClock() {}

    /**
     * What comes of a silence.
     *
     * @param warnings in order, the first next
     * @param close when the system closes the ticket; never on a weekend or holiday (TKT-30)
     */
    public record Silence(List<Deadline> warnings, Deadline close) {
        public Silence {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The customer waits for the seller: elapsed hours since the customer's last action, on any day for the two warnings
     * (TKT-27, TKT-28); the closing moves off weekends and holidays, same time of the wall clock (TKT-29, TKT-30, D6).
     */
    public static Silence ofSeller(Instant lastCustomerAction, DeadlinePolicy policy, SellerDays days) {
        Instant start = Opening.moment("lastCustomerAction", lastCustomerAction);
        Duration first = Duration.ofHours(policy.firstWarningHours());
        Duration second = first.plusHours(policy.secondWarningHours());
        Duration close = second.plusHours(policy.closeHours());
        return new Silence(
                List.of(
                        new Trail(start, days).elapse(first).end(),
                        new Trail(start, days).elapse(second).end()),
                new Trail(start, days).elapse(close).moveToWorkingDay().end());
    }

    /**
     * The seller waits for the customer: a warning after business days (TKT-31), the closing after business or calendar days
     * more, moved off weekends and holidays (TKT-32, D5). All at the wall-clock time of the seller's answer.
     */
    public static Silence ofCustomer(Instant lastSellerAction, DeadlinePolicy policy, SellerDays days) {
        Instant start = Opening.moment("lastSellerAction", lastSellerAction);
        Deadline warning = businessDays(start, policy.warningDays(), days).end();
        Deadline close =
                switch (policy.closeUnit()) {
                    case BUSINESS ->
                        businessDays(start, policy.warningDays() + policy.closeDays(), days)
                                .end();
                    case CALENDAR ->
                        calendarDays(businessDays(start, policy.warningDays(), days), start, policy, days)
                                .end();
                };
        return new Silence(List.of(warning), close);
    }

    /**
     * What follows a warning of a silent seller at the earliest: the second warning, or the closing, a full span after the
     * warning really went out (TKT-28 to TKT-30).
     *
     * @param number of that warning, 1 or 2
     */
    public static Deadline ofWarnedSeller(Instant warned, int number, DeadlinePolicy policy, SellerDays days) {
        Trail trail = new Trail(Opening.moment("warned", warned), days);
        return number == 1
                ? trail.elapse(Duration.ofHours(policy.secondWarningHours())).end()
                : trail.elapse(Duration.ofHours(policy.closeHours()))
                        .moveToWorkingDay()
                        .end();
    }

    /** The closing at the earliest, a full span after the warning of a silent customer really went out (TKT-30, TKT-32). */
    public static Deadline ofWarnedCustomer(Instant warned, DeadlinePolicy policy, SellerDays days) {
        Instant start = Opening.moment("warned", warned);
        return switch (policy.closeUnit()) {
            case BUSINESS -> businessDays(start, policy.closeDays(), days).end();
            case CALENDAR ->
                calendarDays(new Trail(start, days), start, policy, days).end();
        };
    }

    private static Trail businessDays(Instant start, int number, SellerDays days) {
        LocalTime time = days.local(start).toLocalTime();
        LocalDate date = days.local(start).toLocalDate();
        Trail trail = new Trail(start, days);
        if (days.free(date)) {
            trail.pause(date);
        } else {
            trail.to(days.start(date.plusDays(1)), Kind.PAUSED, Reason.FIRST_DAY);
        }
        int count = 0;
        while (count < number) {
            date = date.plusDays(1);
            if (days.free(date)) {
                trail.pause(date);
            } else if (days.working(date)) {
                count++;
                Instant end = count < number
                        ? days.start(date.plusDays(1))
                        : days.at(date, time).toInstant();
                trail.to(end, Kind.COUNTED, Reason.BUSINESS_DAYS, 1L);
            }
        }
        return trail.moveToWorkingDay();
    }

    private static Trail calendarDays(Trail trail, Instant start, DeadlinePolicy policy, SellerDays days) {
        LocalTime time = days.local(start).toLocalTime();
        LocalDate target = days.local(trail.now()).toLocalDate().plusDays(policy.closeDays());
        long number = policy.closeDays();
        return trail.to(days.at(target, time).toInstant(), Kind.COUNTED, Reason.CALENDAR_DAYS, number)
                .moveToWorkingDay();
    }
}
