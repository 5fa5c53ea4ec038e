package org.bottega.ticketing.holiday;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bottega.api.Problem;
import org.bottega.ticketing.deadline.Holidays;

/**
 * Public holidays from an iCalendar file (RFC 5545): all-day events, of one day or several, once or every year. What is
 * cancelled is left out; what cannot be told to be whole days is refused rather than left out, for a holiday that is missed
 * makes deadlines wrong.
 */
public final class HolidayFile {

    /** Most bytes of a file. */
    public static final int MOST_BYTES = 1 << 20;

    /** Most events of a file. */
    public static final int MOST_EVENTS = 2000;

    /** Most years that are read at once. */
    public static final int MOST_YEARS = 30;

    private static final String CODE = "holidays-invalid";
    private static final String FIELD = "holidays";

    private HolidayFile() {}

    /**
     * The holidays of this file from the first to the last day, both included. Reads to the end, closes nothing.
     *
     * @throws Problem {@code holidays-too-large} (413); {@code holidays-invalid} (400) which says what is wrong with which
     *     event; {@code holidays-too-many} (400)
     */
    public static Holidays read(InputStream file, LocalDate first, LocalDate last) throws IOException {
        if (last.isBefore(first) || ChronoUnit.YEARS.between(first, last) >= MOST_YEARS) {
            throw new IllegalArgumentException("first to last is up to " + MOST_YEARS + " years");
        }
        byte[] bytes = file.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Problem(Problem.Kind.TOO_LARGE, "holidays-too-large", "at most " + MOST_BYTES + " bytes")
                    .field(FIELD, "holidays-too-large", "at most " + MOST_BYTES + " bytes");
        }
        List<VEvent> events = events(bytes);
        Set<LocalDate> dates = new TreeSet<>();
        AllDay reader = new AllDay(first, last);
        for (VEvent event : events) {
            dates.addAll(reader.dates(event));
            if (dates.size() > Holidays.MOST) {
                throw Problem.invalid("holidays-too-many", FIELD, "at most " + Holidays.MOST + " days");
            }
        }
        return Holidays.of(dates);
    }

    private static List<VEvent> events(byte[] bytes) throws IOException {
        List<ICalendar> calendars;
        try (ICalReader reader = new ICalReader(new ByteArrayInputStream(bytes))) {
            calendars = reader.readAll();
        } catch (RuntimeException e) {
            throw invalid("an iCalendar file is expected, which begins with BEGIN:VCALENDAR");
        }
        List<VEvent> events = calendars.stream()
                .flatMap(calendar -> calendar.getEvents().stream())
                .toList();
        if (events.isEmpty()) {
            throw invalid("an iCalendar file with all-day events (BEGIN:VCALENDAR, BEGIN:VEVENT) is expected");
        }
        if (events.size() > MOST_EVENTS) {
            throw invalid("at most " + MOST_EVENTS + " events");
        }
        return events;
    }

    static Problem invalid(String right) {
        return Problem.invalid(CODE, FIELD, right);
    }
}
