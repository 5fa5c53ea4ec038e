package org.bottega.ticketing.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.deadline.Segment.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SegmentsTest {

    private static final ZoneId ROME = Clocks.ROME;
    private static final Instant NOON = Instant.parse("2026-03-06T12:00:00Z");

    @Test
    @DisplayName("TKT-13 what counts and what is stopped: 9 hours, the weekend, 15 hours")
    void paused() {
        Deadline deadline = customer("2026-03-06T15:00", Weekend.PAUSE);

        assertEquals(
                """
                COUNTED ELAPSED 2026-03-06T15:00 PT9H
                PAUSED WEEKEND 2026-03-07T00:00 PT48H
                COUNTED ELAPSED 2026-03-09T00:00 PT15H""",
                told(deadline));
        assertEquals(Duration.ofHours(24), deadline.counted());
    }

    @Test
    @DisplayName("TKT-21 D3 running out as the weekend begins: all counted, then stopped to its end")
    void ranOut() {
        assertEquals(
                """
                COUNTED ELAPSED 2026-03-06T00:00 PT24H
                PAUSED WEEKEND 2026-03-07T00:00 PT48H""",
                told(customer("2026-03-06T00:00", Weekend.PAUSE)));
    }

    @Test
    @DisplayName("D3 holidays and weekends side by side are told apart")
    void chain() {
        assertEquals(
                """
                PAUSED HOLIDAY 2026-04-03T10:00 PT14H
                PAUSED WEEKEND 2026-04-04T00:00 PT48H
                PAUSED HOLIDAY 2026-04-06T00:00 PT24H
                COUNTED ELAPSED 2026-04-07T00:00 PT24H""",
                told(customer("2026-04-03T10:00", Weekend.PAUSE, "2026-04-03", "2026-04-06")));
    }

    @Test
    @DisplayName("TKT-21 ROLL: counted in full, then moved past a weekend, a holiday, or both")
    void moved() {
        assertEquals(
                "COUNTED ELAPSED 2026-03-06T15:00 PT24H\nMOVED WEEKEND 2026-03-07T15:00 PT48H",
                told(customer("2026-03-06T15:00", Weekend.ROLL)));
        assertEquals(
                "COUNTED ELAPSED 2026-06-01T15:00 PT24H\nMOVED HOLIDAY 2026-06-02T15:00 PT24H",
                told(customer("2026-06-01T15:00", Weekend.ROLL, "2026-06-02")));
        assertEquals(
                "COUNTED ELAPSED 2026-04-30T15:00 PT24H\nMOVED WEEKEND_AND_HOLIDAY 2026-05-01T15:00 PT72H",
                told(customer("2026-04-30T15:00", Weekend.ROLL, "2026-05-01")));
        assertEquals("COUNTED ELAPSED 2026-03-07T15:00 PT24H", told(customer("2026-03-07T15:00", Weekend.NONE)));
    }

    @Test
    @DisplayName("TKT-31 TKT-32 D5 business days add up to the policy's; the day of the answer does not count")
    void businessDays() {
        SupportClock.Silence silence = silence("2026-01-12T09:00", CloseUnit.BUSINESS);

        assertEquals(
                """
                PAUSED FIRST_DAY 2026-01-12T09:00 PT15H
                COUNTED BUSINESS_DAYS 2026-01-13T00:00 PT96H [4]
                PAUSED WEEKEND 2026-01-17T00:00 PT48H
                COUNTED BUSINESS_DAYS 2026-01-19T00:00 PT57H [3]""",
                told(silence.warnings().get(0)));
        assertEquals(14, number(silence.close()));
    }

    @Test
    @DisplayName(
            "D5 days add up also when the answer came at midnight, or at a weekend, or the days are of the calendar")
    void otherDays() {
        assertEquals(
                """
                PAUSED FIRST_DAY 2026-01-12T09:00 PT15H
                COUNTED BUSINESS_DAYS 2026-01-13T00:00 PT96H [4]
                PAUSED WEEKEND 2026-01-17T00:00 PT48H
                COUNTED BUSINESS_DAYS 2026-01-19T00:00 PT57H [3]
                COUNTED CALENDAR_DAYS 2026-01-21T09:00 PT168H [7]""",
                told(silence("2026-01-12T09:00", CloseUnit.CALENDAR).close()));
        for (String answered :
                List.of("2026-01-14T00:00", "2026-01-15T00:00", "2026-01-16T00:00", "2026-01-17T10:00")) {
            SupportClock.Silence silence = silence(answered, CloseUnit.BUSINESS);
            assertEquals(7, number(silence.warnings().get(0)), answered);
            assertEquals(14, number(silence.close()), answered);
        }
    }

    @Test
    @DisplayName("TKT-29 TKT-30 six days counted, then moved")
    void closed() {
        SupportClock.Silence silence =
                SupportClock.ofSeller(Clocks.at("2026-03-02T09:00", ROME), DeadlinePolicy.DEFAULT, SellerDays.in(ROME));

        assertEquals(
                "COUNTED ELAPSED 2026-03-02T09:00 PT144H\nMOVED WEEKEND 2026-03-08T09:00 PT24H", told(silence.close()));
        assertEquals(Duration.ofHours(48), silence.warnings().get(0).counted());
        assertEquals(Duration.ofHours(96), silence.warnings().get(1).counted());
    }

    @Test
    @DisplayName("A deadline with a gap, an overlap, another end or nothing in it is refused")
    void nonsense() {
        Segment first = segment(NOON, NOON.plusSeconds(60));
        Segment later = segment(NOON.plusSeconds(61), NOON.plusSeconds(120));
        Segment sooner = segment(NOON.plusSeconds(59), NOON.plusSeconds(120));

        for (List<Segment> wrong : List.of(List.of(first, later), List.of(first, sooner), List.of(first))) {
            assertThrows(IllegalArgumentException.class, () -> new Deadline(NOON.plusSeconds(120), wrong));
        }
        assertThrows(IllegalArgumentException.class, () -> new Deadline(NOON, List.of()));
        assertThrows(IllegalArgumentException.class, () -> segment(NOON, NOON.minusMillis(1)));
    }

    private static Segment segment(Instant from, Instant to) {
        return new Segment(Kind.COUNTED, from, to, Reason.ELAPSED, List.of());
    }

    private static Deadline customer(String opened, Weekend weekend, String... holidays) {
        SellerDays days = new SellerDays(ROME, Clocks.holidays(holidays));
        return Clocks.refund(opened, Actor.CUSTOMER, Clocks.policy(weekend), days);
    }

    private static SupportClock.Silence silence(String answered, CloseUnit unit) {
        return SupportClock.ofCustomer(Clocks.at(answered, ROME), Clocks.closing(unit), SellerDays.in(ROME));
    }

    private static long number(Deadline deadline) {
        return deadline.segments().stream()
                .flatMap(segment -> segment.arguments().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    private static String told(Deadline deadline) {
        return deadline.segments().stream()
                .map(segment -> segment.kind() + " " + segment.reason() + " "
                        + LocalDateTime.ofInstant(segment.from(), ROME) + " " + segment.length()
                        + (segment.arguments().isEmpty() ? "" : " " + segment.arguments()))
                .collect(Collectors.joining("\n"));
    }
}
