package org.bottega.ticketing.deadline;

import org.bottega.api.Problem;
import org.bottega.api.spi.Meaning;
import org.bottega.api.spi.PolicyType;

/** How long each clock of tickets runs, and what weekends do to it (D3 to D6). Anything else is refused. */
public record DeadlinePolicy(
        @Meaning("What weekends do to refunds and cancellations: PAUSE, ROLL or NONE") Weekend weekend,
        @Meaning("Hours until what a customer asked for is processed, 1 to 720") int customerHours,
        @Meaning("Minutes until what the seller asked for is processed, 0 (at once) to 1440") int sellerMinutes,
        @Meaning("Whether weekends hold for tickets of the seller too") boolean vendorTicketsObserveWeekend,
        @Meaning("Hours of a silent seller until the first warning, 1 to 720") int firstWarningHours,
        @Meaning("Hours from the first warning to the second, 1 to 720") int secondWarningHours,
        @Meaning("Hours from the second warning to the closing, 1 to 720") int closeHours,
        @Meaning("Business days of a silent customer until the warning, 1 to 60") int warningDays,
        @Meaning("Days from that warning to the closing, 1 to 60") int closeDays,
        @Meaning("Kind of the days until the closing: BUSINESS or CALENDAR") CloseUnit closeUnit) {

    private static final int MOST_HOURS = 720;
    private static final int MOST_MINUTES = 1440;
    private static final int MOST_DAYS = 60;

    /** What holds unless a tenant says otherwise. */
    public static final DeadlinePolicy DEFAULT =
            new DeadlinePolicy(Weekend.PAUSE, 24, 5, true, 48, 48, 48, 7, 7, CloseUnit.BUSINESS);

    /** As the tenant can set it. */
    public static final PolicyType<DeadlinePolicy> TYPE =
            new PolicyType<>("ticketing.deadlines", DeadlinePolicy.class, DEFAULT, false);

    public DeadlinePolicy {
        if (weekend == null) {
            throw Problem.invalid("field-missing", "weekend", "PAUSE, ROLL or NONE");
        }
        if (closeUnit == null) {
            throw Problem.invalid("field-missing", "closeUnit", "BUSINESS or CALENDAR");
        }
        within("hours-out-of-range", "customerHours", customerHours, 1, MOST_HOURS);
        within("minutes-out-of-range", "sellerMinutes", sellerMinutes, 0, MOST_MINUTES);
        within("hours-out-of-range", "firstWarningHours", firstWarningHours, 1, MOST_HOURS);
        within("hours-out-of-range", "secondWarningHours", secondWarningHours, 1, MOST_HOURS);
        within("hours-out-of-range", "closeHours", closeHours, 1, MOST_HOURS);
        within("days-out-of-range", "warningDays", warningDays, 1, MOST_DAYS);
        within("days-out-of-range", "closeDays", closeDays, 1, MOST_DAYS);
    }

    private static void within(String code, String field, int number, int least, int most) {
        if (number < least || number > most) {
            throw Problem.invalid(code, field, least + " to " + most);
        }
    }
}
