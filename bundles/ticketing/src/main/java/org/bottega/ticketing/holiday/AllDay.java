package org.bottega.ticketing.holiday;

import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.ListProperty;
import biweekly.property.RecurrenceRule;
import biweekly.property.Summary;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bottega.api.Problem;

/** The days that one event names, within the days that are wanted. */
final class AllDay {

    private static final int MOST_DAYS = 31;

    /** What the library cannot understand it keeps as text, as if it were somebody's own. */
    private static final List<String> READ =
            List.of("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID");

    private final LocalDate first;
    private final LocalDate last;
    private final Yearly yearly = new Yearly();

    AllDay(LocalDate first, LocalDate last) {
        this.first = first;
        this.last = last;
    }

    Set<LocalDate> dates(VEvent event) {
        String name = name(event);
        Set<LocalDate> dates = new TreeSet<>();
        if (event.getStatus() != null && event.getStatus().isCancelled()) {
            return dates;
        }
        for (String property : READ) {
            if (event.getExperimentalProperty(property) != null) {
                throw refused(name, "a " + property + " that can be understood is expected");
            }
        }
        long length = length(event, name);
        for (LocalDate start : starts(event, name)) {
            start.datesUntil(start.plusDays(length))
                    .filter(date -> !date.isBefore(first) && !date.isAfter(last))
                    .forEach(dates::add);
        }
        return dates;
    }

    private Set<LocalDate> starts(VEvent event, String name) {
        boolean odd =
                event.getRecurrenceId() != null || !event.getExceptionRules().isEmpty();
        if (odd || event.getExperimentalProperty("RRULE") != null) {
            throw refused(name, "a repetition by a yearly RRULE, with EXDATE and RDATE, is understood");
        }
        LocalDate start = start(event, name);
        Set<LocalDate> starts = new TreeSet<>(Set.of(start));
        RecurrenceRule rule = event.getRecurrenceRule();
        if (rule != null) {
            starts.addAll(yearly.dates(rule, start, last, name));
        }
        event.getRecurrenceDates().forEach(more -> {
            if (!more.getPeriods().isEmpty()) {
                throw refused(name, "whole days are expected in RDATE");
            }
            more.getDates().forEach(date -> starts.add(date(date, name)));
        });
        event.getExceptionDates().stream()
                .map(ListProperty::getValues)
                .flatMap(Collection::stream)
                .forEach(date -> starts.remove(date(date, name)));
        return starts;
    }

    private static LocalDate start(VEvent event, String name) {
        DateStart start = event.getDateStart();
        if (start == null || start.getValue() == null) {
            throw refused(name, "a day (DTSTART;VALUE=DATE:20261225) is expected");
        }
        return date(start.getValue(), name);
    }

    /** Days from the start to the end, which is the day after the last; one if nothing is said. */
    private static long length(VEvent event, String name) {
        long days = 1;
        DateEnd end = event.getDateEnd();
        if (end != null && end.getValue() != null) {
            days = ChronoUnit.DAYS.between(start(event, name), date(end.getValue(), name));
        } else if (event.getDuration() != null && event.getDuration().getValue() != null) {
            Duration duration = event.getDuration().getValue();
            days = duration.hasTime()
                    ? 0
                    : java.time.Duration.ofMillis(duration.toMillis()).toDays();
        }
        if (days < 1 || days > MOST_DAYS) {
            throw refused(name, "1 to " + MOST_DAYS + " whole days are expected; DTEND is the day after the last");
        }
        return days;
    }

    static LocalDate date(ICalDate date, String name) {
        DateTimeComponents written = date.getRawComponents();
        if (date.hasTime() || written == null) {
            throw refused(name, "a day without a time (VALUE=DATE) is expected");
        }
        try {
            return Yearly.within(LocalDate.of(written.getYear(), written.getMonth(), written.getDate()));
        } catch (DateTimeException e) {
            throw refused(name, "a day of the calendar from 1900 to 2200 is expected");
        }
    }

    private static String name(VEvent event) {
        Summary summary = event.getSummary();
        String name = summary == null || summary.getValue() == null ? "without a name" : summary.getValue();
        return name.length() > 80 ? name.substring(0, 80) : name;
    }

    static Problem refused(String name, String right) {
        return HolidayFile.invalid("event \"" + name + "\": " + right);
    }
}
