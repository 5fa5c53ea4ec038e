package org.bottega.ticketing.deadline;

/** Why a stretch of time counts or not. The key names its words in every language. */
public enum Reason {
    /** Time that passes and counts. */
    ELAPSED("elapsed"),
    /** The seller has no time to save the sale (TKT-18), or the policy gives none. */
    AT_ONCE("at-once"),
    /** Saturday and Sunday in the seller's zone (TKT-13, TKT-21, TKT-30). */
    WEEKEND("weekend"),
    /** Days that the tenant's calendar names. */
    HOLIDAY("holiday"),
    /** Moved past both. */
    WEEKEND_AND_HOLIDAY("weekend-and-holiday"),
    /** What is left of the day on which the seller answered: business days are counted from the next (D5). */
    FIRST_DAY("first-day"),
    /** Business days that count; the argument is how many (D5). */
    BUSINESS_DAYS("business-days"),
    /** Days of the calendar that count; the argument is how many (D5). */
    CALENDAR_DAYS("calendar-days");

    private final String key;

    Reason(String key) {
        this.key = key;
    }

    /** Stable key, the same in answers and in the files of words. */
    public String key() {
        return key;
    }
}
