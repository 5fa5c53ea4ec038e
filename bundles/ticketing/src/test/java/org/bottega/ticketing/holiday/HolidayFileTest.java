package org.bottega.ticketing.holiday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.TimeZone;
import java.util.TreeSet;
import org.bottega.api.Problem;
import org.bottega.ticketing.deadline.Holidays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D3 public holidays from iCalendar")
class HolidayFileTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2028, 12, 31);

    private static Holidays read(String file) throws IOException {
        return HolidayFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), FIRST, LAST);
    }

    private static String calendar(String events) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\n" + events + "END:VCALENDAR\n";
    }

    /** An event of these lines, which are parted by a bar. */
    private static String event(String lines) {
        return "BEGIN:VEVENT\nUID:1\nSUMMARY:Feast\n" + lines.replace("|", "\n") + "\nEND:VEVENT\n";
    }

    private static String dates(String lines) throws IOException {
        return new TreeSet<>(read(calendar(event(lines))).dates()).toString();
    }

    private static String refused(String file) {
        Problem problem = assertThrows(Problem.class, () -> read(file));
        assertEquals("holidays", problem.errors().get(0).field());
        return problem.code() + " " + problem.getMessage();
    }

    @Test
    @DisplayName("one day, with or without an end; several, the end not included; a length in days")
    void days() throws IOException {
        assertEquals("[2026-06-02]", dates("DTSTART;VALUE=DATE:20260602"));
        assertEquals("[2026-06-02]", dates("DTSTART;VALUE=DATE:20260602|DTEND;VALUE=DATE:20260603"));
        assertEquals("[2026-12-25, 2026-12-26]", dates("DTSTART;VALUE=DATE:20261225|DTEND;VALUE=DATE:20261227"));
        assertEquals("[2026-12-25, 2026-12-26]", dates("DTSTART;VALUE=DATE:20261225|DURATION:P2D"));
        assertEquals("[]", dates("DTSTART;VALUE=DATE:20260602|STATUS:CANCELLED"));
        assertEquals("[2026-01-01]", dates("DTSTART;VALUE=DATE:20251231|DTEND;VALUE=DATE:20260102"), "what is wanted");
        assertEquals("[2028-12-31]", dates("DTSTART;VALUE=DATE:20281231|DTEND;VALUE=DATE:20290102"));
    }

    @Test
    @DisplayName("every year: the same date, the n-th weekday, until, count, leap days, without and with single days")
    void yearly() throws IOException {
        assertEquals("[2026-12-25, 2027-12-25, 2028-12-25]", dates("DTSTART;VALUE=DATE:20001225|RRULE:FREQ=YEARLY"));
        assertEquals(
                "[2026-11-26, 2027-11-25, 2028-11-23]",
                dates("DTSTART;VALUE=DATE:20201126|RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"));
        assertEquals("[2026-06-02, 2027-06-02]", dates("DTSTART;VALUE=DATE:20260602|RRULE:FREQ=YEARLY;UNTIL=20270602"));
        assertEquals("[2026-06-02]", dates("DTSTART;VALUE=DATE:20250602|RRULE:FREQ=YEARLY;COUNT=2"));
        assertEquals("[2028-02-29]", dates("DTSTART;VALUE=DATE:20240229|RRULE:FREQ=YEARLY"));
        assertEquals(
                "[2026-06-02, 2027-05-03, 2028-06-02]",
                dates("DTSTART;VALUE=DATE:20260602|RRULE:FREQ=YEARLY|EXDATE;VALUE=DATE:20270602"
                        + "|RDATE;VALUE=DATE:20270503"));
        assertEquals("[2026-06-02, 2028-06-02]", dates("DTSTART;VALUE=DATE:20260602|RRULE:FREQ=YEARLY;INTERVAL=2"));
    }

    @Test
    @DisplayName("the zone of the machine changes no date")
    void zoneOfTheMachine() throws IOException {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : new String[] {"Pacific/Kiritimati", "America/Santiago", "Pacific/Pago_Pago"}) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertEquals("[2026-09-06]", dates("DTSTART;VALUE=DATE:20260906"), zone);
                assertEquals(
                        "[2026-09-06, 2027-09-06, 2028-09-06]",
                        dates("DTSTART;VALUE=DATE:20200906|RRULE:FREQ=YEARLY"),
                        zone);
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @DisplayName("what is no whole day, or cannot be understood, is refused by its name")
    @ValueSource(
            strings = {
                "DTSTART:20260602T100000Z",
                "DTSTART;TZID=Europe/Rome:20260602T000000",
                "DESCRIPTION:without a day",
                "DTSTART;VALUE=DATE:tomorrow",
                "DTSTART;VALUE=DATE:20261301",
                "DTSTART;VALUE=DATE:20260230",
                "DTSTART;VALUE=DATE:18991231",
                "DTSTART;VALUE=DATE:22010101",
                "DTSTART;VALUE=DATE:20260602|DTEND;VALUE=DATE:20260602",
                "DTSTART;VALUE=DATE:20260602|DTEND;VALUE=DATE:20260601",
                "DTSTART;VALUE=DATE:20260602|DTEND;VALUE=DATE:20260704",
                "DTSTART;VALUE=DATE:20260602|DTEND;VALUE=DATE:soon",
                "DTSTART;VALUE=DATE:20260602|DTEND:20260603T100000Z",
                "DTSTART;VALUE=DATE:20260602|DURATION:PT5H",
                "DTSTART;VALUE=DATE:20260602|DURATION:soon",
                "DTSTART;VALUE=DATE:20260602|RRULE:FREQ=WEEKLY",
                "DTSTART;VALUE=DATE:20260602|RRULE:FREQ=SECONDLY",
                "DTSTART;VALUE=DATE:20260602|RRULE:FREQ=SOMETIMES",
                "DTSTART;VALUE=DATE:20260602|RRULE:FREQ=YEARLY;BYHOUR=3",
                "DTSTART;VALUE=DATE:20260602|RRULE:FREQ=YEARLY;INTERVAL=0",
                "DTSTART;VALUE=DATE:20260602|RRULE:FREQ=YEARLY;BYMONTH=77",
                "DTSTART;VALUE=DATE:20260602|RRULE:FREQ=YEARLY|EXDATE:nothing",
                "DTSTART;VALUE=DATE:20260602|RDATE:nothing",
                "DTSTART;VALUE=DATE:20260602|RRULE:FREQ=YEARLY|EXRULE:FREQ=YEARLY",
                "DTSTART;VALUE=DATE:20260602|RECURRENCE-ID;VALUE=DATE:20260602",
            })
    void refusedByName(String lines) {
        String told = refused(calendar(event(lines)));

        assertTrue(told.startsWith("holidays-invalid holidays: event \"Feast\": "), told);
    }

    @ParameterizedTest
    @DisplayName("rubbish is refused")
    @ValueSource(
            strings = {"", "hello", "{}", "BEGIN:VCARD\nEND:VCARD\n", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "\0\0\0"})
    void rubbish(String file) {
        assertTrue(refused(file).startsWith("holidays-invalid "));
    }
}
