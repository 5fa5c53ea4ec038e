package org.bottega.ticketing.deadline;

import static org.bottega.ticketing.deadline.Clocks.rome;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.bottega.api.Problem;
import org.bottega.ticketing.Actor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HolidaysTest {

    private static final ZoneId ROME = Clocks.ROME;

    @Test
    @DisplayName("D3 PAUSE stops for holidays as for weekends, also for chains of them")
    void pause() {
        assertEquals("2026-04-07T15:00", rome("2026-04-03T15:00", Weekend.PAUSE, "2026-04-06"));
        assertEquals("2026-04-08T00:00", rome("2026-04-03T10:00", Weekend.PAUSE, "2026-04-03", "2026-04-06"));
        assertEquals("2026-12-29T09:00", rome("2026-12-24T09:00", Weekend.PAUSE, "2026-12-25", "2026-12-28"));
        assertEquals("2026-03-11T10:00", rome("2026-03-10T10:00", Weekend.PAUSE, "2026-03-14"), "on a Saturday anyway");
    }

    @Test
    @DisplayName(
            "TKT-21 a clock that runs out as a holiday begins is due when it ends; a millisecond earlier before it")
    void runsOutAsItBegins() {
        assertEquals("2026-06-03T00:00", rome("2026-06-01T00:00", Weekend.PAUSE, "2026-06-02"));
        assertEquals("2026-06-03T00:00:00.001", rome("2026-06-01T00:00:00.001", Weekend.PAUSE, "2026-06-02"));
        assertEquals("2026-04-30T23:59:59.999", rome("2026-04-29T23:59:59.999", Weekend.PAUSE, "2026-05-01"));
        assertEquals("2026-05-04T00:00", rome("2026-04-30T00:00", Weekend.PAUSE, "2026-05-01"));
        assertEquals("2026-06-03T00:00", rome("2026-06-01T00:00", Weekend.ROLL, "2026-06-02"));
    }

    @Test
    @DisplayName("D3 ROLL moves past holidays to the same time of the wall clock; NONE knows none")
    void rollAndNone() {
        assertEquals("2026-06-03T10:00", rome("2026-06-01T10:00", Weekend.ROLL, "2026-06-02"));
        assertEquals("2026-04-07T15:00", rome("2026-04-03T15:00", Weekend.ROLL, "2026-04-06"));
        assertEquals("2026-05-04T10:00", rome("2026-04-30T10:00", Weekend.ROLL, "2026-05-01"));
        assertEquals("2026-06-02T10:00", rome("2026-06-01T10:00", Weekend.NONE, "2026-06-02"));
    }

    @Test
    @DisplayName("D3 ROLL onto a time that clocks leave out is later by as much; onto one shown twice, the first")
    void rollThroughChanges() {
        ZoneId cairo = ZoneId.of("Africa/Cairo");
        SellerDays spring = new SellerDays(cairo, Clocks.holidays("2026-04-23"));
        SellerDays autumn = new SellerDays(cairo, Clocks.holidays("2026-10-28"));

        Deadline gap = Clocks.refund("2026-04-22T00:30", Actor.CUSTOMER, Clocks.policy(Weekend.ROLL), spring);
        Deadline twice = Clocks.refund("2026-10-27T23:30", Actor.CUSTOMER, Clocks.policy(Weekend.ROLL), autumn);

        assertEquals("2026-04-24T01:30", Clocks.local(gap, cairo));
        assertEquals(
                "2026-10-29T23:30+03:00[Africa/Cairo]",
                twice.due().atZone(cairo).toString());
    }

    @Test
    @DisplayName("D3 a holiday on the day that Apia left out changes nothing")
    void dayThatNeverWas() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        SellerDays without = new SellerDays(apia, Clocks.holidays("2011-12-30"));
        SellerDays before = new SellerDays(apia, Clocks.holidays("2011-12-29"));

        Deadline pause = Clocks.refund("2011-12-28T10:00", Actor.CUSTOMER, Clocks.policy(Weekend.PAUSE), without);
        Deadline roll = Clocks.refund("2011-12-28T10:00", Actor.CUSTOMER, Clocks.policy(Weekend.ROLL), before);

        assertEquals("2011-12-29T10:00", Clocks.local(pause, apia));
        assertEquals("2012-01-02T10:00", Clocks.local(roll, apia), "the day after the holiday never was");
    }

    @Test
    @DisplayName("D5 D6 TKT-30 TKT-32 holidays are no business days, and nothing is closed on one")
    void support() {
        SellerDays days = new SellerDays(ROME, Clocks.holidays("2026-01-14", "2026-01-30", "2026-03-09"));
        SellerDays onTheDay = new SellerDays(ROME, Clocks.holidays("2026-01-28"));

        Clocks.assertSilence(
                SupportClock.ofSeller(Clocks.at("2026-03-02T09:00", ROME), DeadlinePolicy.DEFAULT, days),
                ROME,
                "2026-03-04T09:00 2026-03-06T09:00",
                "2026-03-10T09:00");
        Clocks.assertSilence(
                SupportClock.ofCustomer(Clocks.at("2026-01-12T09:00", ROME), DeadlinePolicy.DEFAULT, days),
                ROME,
                "2026-01-22T09:00",
                "2026-02-03T09:00");
        Clocks.assertSilence(
                SupportClock.ofCustomer(
                        Clocks.at("2026-01-12T09:00", ROME), Clocks.closing(CloseUnit.CALENDAR), onTheDay),
                ROME,
                "2026-01-21T09:00",
                "2026-01-29T09:00");
    }

    @Test
    @DisplayName("D3 as many holidays as are kept, and no more")
    void number() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        Holidays most = Holidays.of(Stream.iterate(first, date -> date.plusDays(1))
                .limit(Holidays.MOST)
                .toList());

        assertEquals(Holidays.MOST, most.dates().size());
        SellerDays days = new SellerDays(ROME, most);
        Deadline deadline = Clocks.refund("2026-01-01T10:00", Actor.CUSTOMER, DeadlinePolicy.DEFAULT, days);
        LocalDate working = days.nextWorking(first.plusDays(Holidays.MOST - 1));
        assertEquals(working.plusDays(1).atStartOfDay(ROME).toInstant(), deadline.due());
        assertEquals(
                "holidays-too-many",
                assertThrows(
                                Problem.class,
                                () -> Holidays.of(Stream.iterate(first, date -> date.plusDays(1))
                                        .limit(Holidays.MOST + 1)
                                        .toList()))
                        .code());
    }
}
