package org.bottega.ticketing.deadline;

/** Days between the warning of a silent customer and the closing (D5). */
public enum CloseUnit {
    /** Monday to Friday without holidays. */
    BUSINESS,
    /** All days; the closing itself still never falls on a weekend or holiday (TKT-32). */
    CALENDAR
}
