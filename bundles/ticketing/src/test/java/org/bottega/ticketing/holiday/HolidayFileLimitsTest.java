package org.bottega.ticketing.holiday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import org.bottega.api.Problem;
import org.bottega.ticketing.deadline.Holidays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D3 limits of files of public holidays")
class HolidayFileLimitsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2028, 12, 31);
    private static final String BEGIN = "BEGIN:VCALENDAR\nVERSION:2.0\n";
    private static final String END = "END:VCALENDAR\n";
    private static final String EVENT = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260602\nEND:VEVENT\n";
    private static final String EVERY_DAY =
            "BEGIN:VEVENT\nDTSTART;VALUE=DATE:19000101\nRRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU\nEND:VEVENT\n";

    private static Holidays read(String file) throws IOException {
        return HolidayFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), FIRST, LAST);
    }

    private static Problem refused(String file) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(Problem.class, () -> read(file)));
    }

    @Test
    @DisplayName("a file of 1 MB is read, a byte more is refused")
    void bytes() throws IOException {
        String start = BEGIN + EVENT + END;
        String file = start + "\n".repeat(HolidayFile.MOST_BYTES - start.length());

        assertEquals(1, read(file).dates().size());
        assertEquals("holidays-too-large", refused(file + "\n").code());
        assertEquals(Problem.Kind.TOO_LARGE, refused(file + "\n").kind());
    }

    @Test
    @DisplayName("2000 events are read, one more is refused")
    void events() throws IOException {
        assertEquals(
                1,
                read(BEGIN + EVENT.repeat(HolidayFile.MOST_EVENTS) + END)
                        .dates()
                        .size());
        assertEquals(
                "holidays-invalid",
                refused(BEGIN + EVENT.repeat(HolidayFile.MOST_EVENTS + 1) + END).code());
    }

    @Test
    @DisplayName("rules that come to all days of many years are read once, and refused when there are many")
    void expanded() throws IOException {
        assertEquals(1096, read(BEGIN + EVERY_DAY + END).dates().size());
        assertEquals(
                "holidays-too-many",
                refused(BEGIN + EVERY_DAY.repeat(1000) + END).code());
    }

    @Test
    @DisplayName("a rule that names no day ends")
    void never() {
        String never =
                "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260228\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT\n";

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(BEGIN + never.repeat(500) + END));
    }

    @Test
    @DisplayName("parts within parts without an end are refused")
    void nested() {
        assertEquals(
                "holidays-invalid", refused(BEGIN + "BEGIN:X\n".repeat(100_000)).code());
        assertEquals(
                "holidays-invalid", refused("BEGIN:VCALENDAR\n".repeat(60_000)).code());
    }

    @Test
    @DisplayName("at most 30 years are read at once")
    void years() throws IOException {
        byte[] file = (BEGIN + EVENT + END).getBytes(StandardCharsets.UTF_8);

        LocalDate most = FIRST.plusYears(HolidayFile.MOST_YEARS).minusDays(1);
        assertEquals(
                1,
                HolidayFile.read(new ByteArrayInputStream(file), FIRST, most)
                        .dates()
                        .size());
        assertThrows(
                IllegalArgumentException.class,
                () -> HolidayFile.read(new ByteArrayInputStream(file), FIRST, most.plusDays(1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> HolidayFile.read(new ByteArrayInputStream(file), FIRST, FIRST.minusDays(1)));
    }
}
