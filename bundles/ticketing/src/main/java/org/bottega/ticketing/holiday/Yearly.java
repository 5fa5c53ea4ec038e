package org.bottega.ticketing.holiday;

import biweekly.property.RecurrenceRule;
import biweekly.util.ByDay;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.iter.RecurrenceIterator;
import biweekly.util.com.google.ical.iter.RecurrenceIteratorFactory;
import biweekly.util.com.google.ical.values.DateValue;
import biweekly.util.com.google.ical.values.DateValueImpl;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import org.bottega.api.Problem;

/** Expands what repeats every year. All rules of one file together come to a limited number of days. */
final class Yearly {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int MOST = 200_000;

    private int expanded;

    /** The days on which it begins, from its first to {@code last}. */
    List<LocalDate> dates(RecurrenceRule rule, LocalDate start, LocalDate last, String name) {
        Recurrence recurrence = rule.getValue();
        if (recurrence == null || recurrence.getFrequency() != Frequency.YEARLY || hasTimes(recurrence)) {
            throw AllDay.refused(name, "FREQ=YEARLY is expected, for whole days");
        }
        if (!possible(recurrence)) {
            throw AllDay.refused(name, "numbers that a year has are expected in RRULE");
        }
        List<LocalDate> dates = new ArrayList<>();
        try {
            RecurrenceIterator days = RecurrenceIteratorFactory.createRecurrenceIterator(
                    recurrence,
                    new DateValueImpl(start.getYear(), start.getMonthValue(), start.getDayOfMonth()),
                    TimeZone.getTimeZone("UTC"));
            LocalDate date = start;
            while (days.hasNext() && !date.isAfter(last)) {
                count();
                DateValue next = days.next();
                date = LocalDate.of(next.year(), next.month(), next.day());
                dates.add(date);
            }
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw AllDay.refused(name, "an RRULE that can be understood is expected");
        }
        return dates;
    }

    private static boolean hasTimes(Recurrence rule) {
        return !(rule.getBySecond().isEmpty()
                && rule.getByMinute().isEmpty()
                && rule.getByHour().isEmpty());
    }

    /** The library believes every number. */
    private static boolean possible(Recurrence rule) {
        List<Integer> weekdays = rule.getByDay().stream()
                .map(ByDay::getNum)
                .filter(Objects::nonNull)
                .toList();
        return (rule.getInterval() == null || rule.getInterval() >= 1)
                && (rule.getCount() == null || rule.getCount() >= 1)
                && rule.getByMonth().stream().allMatch(month -> month >= 1 && month <= 12)
                && within(rule.getByMonthDay(), 31)
                && within(rule.getByYearDay(), 366)
                && within(rule.getByWeekNo(), 53)
                && within(rule.getBySetPos(), 366)
                && within(weekdays, 53);
    }

    private static boolean within(List<Integer> numbers, int most) {
        return numbers.stream().allMatch(number -> number != 0 && Math.abs(number) <= most);
    }

    private void count() {
        expanded++;
        if (expanded > MOST) {
            throw Problem.invalid("holidays-too-many", "holidays", "rules that come to fewer days");
        }
    }

    static LocalDate within(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new DateTimeException("not from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return date;
    }
}
