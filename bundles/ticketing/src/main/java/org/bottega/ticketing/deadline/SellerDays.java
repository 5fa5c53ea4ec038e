package org.bottega.ticketing.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.bottega.api.Problem;

/**
 * The seller's calendar (TKT-20): which local dates are free, and when they begin. A day is the time from its own
 * {@linkplain LocalDate#atStartOfDay(ZoneId) start} to that of the next date, also where clocks are put back over midnight
 * and show the old date once more.
 */
public record SellerDays(ZoneId zone, Holidays holidays) {

    public SellerDays {
        if (zone == null) {
            throw Problem.invalid("field-missing", "zone", "the id of a time zone, such as Europe/Rome");
        }
        if (holidays == null) {
            throw new IllegalArgumentException("no holidays are Holidays.NONE");
        }
    }

    /** Weekends only. */
    public static SellerDays in(ZoneId zone) {
        return new SellerDays(zone, Holidays.NONE);
    }

    ZonedDateTime local(Instant at) {
        return at.atZone(zone);
    }

    Instant start(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** The day that this moment belongs to. */
    LocalDate day(Instant at) {
        LocalDate shown = local(at).toLocalDate();
        return start(shown.plusDays(1)).isAfter(at) ? shown : shown.plusDays(1);
    }

    static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Whether this date is of a weekend or a holiday. */
    boolean free(LocalDate date) {
        return weekend(date) || holidays.contains(date);
    }

    /** The first free date after this one. */
    LocalDate nextFree(LocalDate date) {
        LocalDate next = date.plusDays(1);
        while (!free(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** Whether this date is Monday to Friday, no holiday, and not one of the few that its zone left out. */
    boolean working(LocalDate date) {
        return !free(date) && date.atStartOfDay(zone).toLocalDate().equals(date);
    }

    /** The first working date after this one. */
    LocalDate nextWorking(LocalDate date) {
        LocalDate next = date.plusDays(1);
        while (!working(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /**
     * This time of the wall clock on this date. Where clocks are put forward over it, it is later by what they are put
     * forward; where they are put back and show it twice, it is the first.
     */
    ZonedDateTime at(LocalDate date, LocalTime time) {
        return ZonedDateTime.of(date, time, zone);
    }
}
