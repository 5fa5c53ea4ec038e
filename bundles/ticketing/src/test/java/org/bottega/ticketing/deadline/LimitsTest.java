package org.bottega.ticketing.deadline;

import static org.bottega.ticketing.deadline.Clocks.rome;
import static org.bottega.ticketing.deadline.Clocks.seller;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.TicketType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsTest {

    @ParameterizedTest(name = "TKT-21 D3 {0} opened {1}: due {2}")
    @CsvSource({
        "PAUSE, 2026-03-05T23:59:59.999, 2026-03-06T23:59:59.999",
        "PAUSE, 2026-03-06T00:00, 2026-03-09T00:00",
        "PAUSE, 2026-03-06T00:00:00.001, 2026-03-09T00:00:00.001",
        "PAUSE, 2026-03-06T23:59:59.999, 2026-03-09T23:59:59.999",
        "PAUSE, 2026-03-07T00:00, 2026-03-10T00:00",
        "PAUSE, 2026-03-08T23:59:59.999, 2026-03-10T00:00",
        "PAUSE, 2026-03-09T00:00, 2026-03-10T00:00",
        "PAUSE, 2026-03-09T00:00:00.001, 2026-03-10T00:00:00.001",
        "ROLL, 2026-03-05T23:59:59.999, 2026-03-06T23:59:59.999",
        "ROLL, 2026-03-06T00:00, 2026-03-09T00:00",
        "ROLL, 2026-03-07T23:59:59.999, 2026-03-09T23:59:59.999",
        "ROLL, 2026-03-08T00:00, 2026-03-09T00:00",
        "NONE, 2026-03-06T00:00, 2026-03-07T00:00",
    })
    void weekend(Weekend weekend, String opened, String due) {
        assertEquals(due, rome(opened, weekend));
    }

    @ParameterizedTest(name = "TKT-22 TKT-23 D4 seller, {0} opened {1}: due {2}")
    @CsvSource({
        "PAUSE, 2026-03-06T23:54:59.999, 2026-03-06T23:59:59.999",
        "PAUSE, 2026-03-06T23:55, 2026-03-09T00:00",
        "PAUSE, 2026-03-06T23:55:00.001, 2026-03-09T00:00:00.001",
        "PAUSE, 2026-03-08T23:59:59.999, 2026-03-09T00:05",
        "ROLL, 2026-03-06T23:54:59.999, 2026-03-06T23:59:59.999",
        "ROLL, 2026-03-06T23:55, 2026-03-09T00:00",
        "ROLL, 2026-03-08T23:54:59.999, 2026-03-09T23:59:59.999",
        "ROLL, 2026-03-08T23:55, 2026-03-09T00:00",
        "NONE, 2026-03-07T10:00, 2026-03-07T10:05",
    })
    void minutesOfTheSeller(Weekend weekend, String opened, String due) {
        assertEquals(due, seller(opened, Clocks.policy(weekend)));
    }

    @ParameterizedTest(name = "D4 weekends do not hold for the seller, {0}")
    @EnumSource(Weekend.class)
    void sellerWithoutWeekends(Weekend weekend) {
        DeadlinePolicy policy = Clocks.sellersWithoutWeekends(weekend);

        assertEquals("2026-03-07T10:05", seller("2026-03-07T10:00", policy));
        assertEquals("2026-03-07T00:03", seller("2026-03-06T23:58", policy));
        if (weekend == Weekend.PAUSE) {
            SellerDays days = SellerDays.in(Clocks.ROME);
            Deadline customer = Clocks.refund("2026-03-06T15:00", Actor.CUSTOMER, policy, days);
            assertEquals("2026-03-09T15:00", Clocks.local(customer, Clocks.ROME), "for customers they do");
        }
    }

    @ParameterizedTest(name = "TKT-12 an operator opens for a customer, {0}")
    @EnumSource(Weekend.class)
    void operator(Weekend weekend) {
        SellerDays days = SellerDays.in(Clocks.ROME);
        DeadlinePolicy policy = Clocks.policy(weekend);

        Deadline operator = Clocks.refund("2026-03-06T15:00", Actor.OPERATOR, policy, days);

        assertEquals(Clocks.refund("2026-03-06T15:00", Actor.CUSTOMER, policy, days), operator);
    }

    @ParameterizedTest(name = "TKT-18 D20 in immediate processing due at opening on a Saturday, {0}")
    @EnumSource(Weekend.class)
    void immediate(Weekend weekend) {
        for (Actor actor : new Actor[] {Actor.CUSTOMER, Actor.OPERATOR, Actor.SELLER}) {
            for (TicketType type : new TicketType[] {TicketType.REFUND, TicketType.CANCELLATION}) {
                Opening opening = new Opening(Clocks.at("2026-03-07T10:00", Clocks.ROME), actor, type, true);

                Deadline deadline =
                        ProcessingClock.deadline(opening, Clocks.policy(weekend), SellerDays.in(Clocks.ROME));

                assertEquals(opening.at(), deadline.due());
                assertEquals(Duration.ZERO, deadline.counted());
                assertEquals(1, deadline.segments().size());
                assertEquals(Reason.AT_ONCE, deadline.segments().get(0).reason());
            }
        }
    }

    @Test
    @DisplayName("TKT-22 a policy of no minutes is due at opening, weekends included; one of a minute waits")
    void noMinutes() {
        DeadlinePolicy none = minutes(0);
        DeadlinePolicy one = minutes(1);

        assertEquals("2026-03-07T10:00", seller("2026-03-07T10:00", none));
        assertEquals("2026-03-09T00:01", seller("2026-03-07T10:00", one));
    }

    private static DeadlinePolicy minutes(int minutes) {
        return new DeadlinePolicy(Weekend.PAUSE, 24, minutes, true, 48, 48, 48, 7, 7, CloseUnit.BUSINESS);
    }

    @Test
    @DisplayName("TKT-26 a change to refund starts a fresh clock from the change, in any millisecond")
    void freshFromTheChange() {
        assertEquals("2026-03-05T18:30:00.123", rome("2026-03-04T18:30:00.123", Weekend.PAUSE));
    }

    @ParameterizedTest(name = "D3 TKT-13 where days begin at 01:00, show 23:00 twice or are left out: {0} {1} {2}: {3}")
    @CsvSource({
        "Africa/Cairo, PAUSE, 2026-04-23T00:00, 2026-04-24T01:00",
        "Africa/Cairo, PAUSE, 2026-04-24T01:00, 2026-04-27T01:00",
        "America/Asuncion, PAUSE, 2010-10-01T12:00, 2010-10-04T12:00",
        "America/Santiago, PAUSE, 2026-09-04T12:00, 2026-09-07T12:00",
        "Asia/Beirut, PAUSE, 2026-03-27T12:00, 2026-03-30T12:00",
        "Asia/Beirut, ROLL, 2026-03-28T12:00, 2026-03-30T13:00",
        "Asia/Beirut, PAUSE, 2026-10-24T23:30, 2026-10-27T00:00",
        "Australia/Lord_Howe, ROLL, 2026-10-03T12:00, 2026-10-05T12:30",
        "America/St_Johns, PAUSE, 2011-11-04T12:00, 2011-11-07T12:00",
        "Pacific/Apia, PAUSE, 2011-12-28T10:00, 2011-12-29T10:00",
        "Pacific/Apia, PAUSE, 2011-12-29T10:00, 2012-01-02T10:00",
        "Pacific/Apia, ROLL, 2011-12-29T10:00, 2012-01-02T10:00",
        "Pacific/Apia, NONE, 2011-12-29T10:00, 2011-12-31T10:00",
    })
    void changes(ZoneId zone, Weekend weekend, String opened, String due) {
        Deadline deadline = Clocks.refund(opened, Actor.CUSTOMER, Clocks.policy(weekend), SellerDays.in(zone));

        assertEquals(due, Clocks.local(deadline, zone));
    }

    @ParameterizedTest(name = "TKT-13 TKT-32 opened while clocks put back over midnight show Saturday again: {0}")
    @CsvSource({"2011-11-06T02:30:59.999Z", "2011-11-06T02:31:00Z", "2011-11-06T03:00:00Z"})
    void saturdayAgain(Instant opened) {
        ZoneId zone = ZoneId.of("America/St_Johns");
        SellerDays days = SellerDays.in(zone);
        Opening opening = Opening.of(opened, Actor.CUSTOMER, TicketType.REFUND);

        Deadline deadline = assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> ProcessingClock.deadline(opening, DeadlinePolicy.DEFAULT, days));
        SupportClock.Silence silence = SupportClock.ofCustomer(opened, DeadlinePolicy.DEFAULT, days);

        assertEquals("2011-11-08T00:00", Clocks.local(deadline, zone));
        assertEquals("2011-11-15", Clocks.local(silence.warnings().get(0), zone).substring(0, 10));
        assertEquals("2011-11-24", Clocks.local(silence.close(), zone).substring(0, 10));
    }
}
