package org.bottega.ticketing.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.TicketType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("D3 deadline vectors")
class VectorsTest {

    @ParameterizedTest(name = "TKT-12 TKT-13 TKT-21 TKT-22 {0} {1} {2} by {3}, {4}: {5}")
    @CsvSource({
        "PAUSE, Europe/Rome, 2026-03-04T10:00, CUSTOMER, REFUND, 2026-03-05T10:00",
        "PAUSE, Europe/Rome, 2026-03-05T23:59, CUSTOMER, REFUND, 2026-03-06T23:59",
        "PAUSE, Europe/Rome, 2026-03-06T00:00, CUSTOMER, REFUND, 2026-03-09T00:00",
        "PAUSE, Europe/Rome, 2026-03-06T15:00, CUSTOMER, CANCELLATION, 2026-03-09T15:00",
        "PAUSE, Europe/Rome, 2026-03-07T10:00, CUSTOMER, REFUND, 2026-03-10T00:00",
        "PAUSE, Europe/Rome, 2026-03-08T23:59, CUSTOMER, REFUND, 2026-03-10T00:00",
        "PAUSE, Europe/Rome, 2026-03-04T10:00, SELLER, REFUND, 2026-03-04T10:05",
        "PAUSE, Europe/Rome, 2026-03-06T23:55, SELLER, REFUND, 2026-03-09T00:00",
        "PAUSE, Europe/Rome, 2026-03-06T23:58, SELLER, REFUND, 2026-03-09T00:03",
        "PAUSE, Europe/Rome, 2026-03-07T10:00, SELLER, REFUND, 2026-03-09T00:05",
        "PAUSE, Africa/Cairo, 2026-04-23T10:00, CUSTOMER, REFUND, 2026-04-24T11:00",
        "PAUSE, Africa/Cairo, 2026-10-29T10:00, CUSTOMER, REFUND, 2026-10-30T09:00",
        "ROLL, Europe/Rome, 2026-03-07T10:00, CUSTOMER, REFUND, 2026-03-09T10:00",
        "ROLL, Europe/Rome, 2026-03-08T10:00, CUSTOMER, REFUND, 2026-03-09T10:00",
        "ROLL, Europe/Rome, 2026-03-08T23:59, CUSTOMER, REFUND, 2026-03-09T23:59",
        "ROLL, Europe/Rome, 2026-03-06T15:00, CUSTOMER, REFUND, 2026-03-09T15:00",
        "ROLL, Europe/Rome, 2026-03-06T23:58, SELLER, REFUND, 2026-03-09T00:03",
        "ROLL, Europe/Rome, 2026-03-07T10:00, SELLER, REFUND, 2026-03-09T10:05",
        "ROLL, Europe/Rome, 2026-03-28T15:00, CUSTOMER, REFUND, 2026-03-30T16:00",
        "ROLL, Europe/Rome, 2026-10-24T15:00, CUSTOMER, REFUND, 2026-10-26T14:00",
        "NONE, Europe/Rome, 2026-03-28T15:00, CUSTOMER, REFUND, 2026-03-29T16:00",
        "NONE, Europe/Rome, 2026-10-24T15:00, CUSTOMER, REFUND, 2026-10-25T14:00",
    })
    void processing(Weekend weekend, ZoneId zone, String opened, Actor actor, TicketType type, String due) {
        Opening opening = Opening.of(Clocks.at(opened, zone), actor, type);

        Deadline deadline = ProcessingClock.deadline(opening, Clocks.policy(weekend), SellerDays.in(zone));

        assertEquals(due, Clocks.local(deadline, zone));
    }

    @ParameterizedTest(name = "TKT-27 TKT-28 TKT-29 TKT-30 D6 seller silent since {0}: warnings {1}, closed {2}")
    @CsvSource({
        "2026-03-02T09:00, 2026-03-04T09:00 2026-03-06T09:00, 2026-03-09T09:00",
        "2026-03-27T09:00, 2026-03-29T10:00 2026-03-31T10:00, 2026-04-02T10:00",
    })
    void sellerSilent(String last, String warnings, String close) {
        SupportClock.Silence silence =
                SupportClock.ofSeller(Clocks.at(last, Clocks.ROME), DeadlinePolicy.DEFAULT, SellerDays.in(Clocks.ROME));

        Clocks.assertSilence(silence, Clocks.ROME, warnings, close);
    }

    @ParameterizedTest(name = "TKT-31 TKT-32 D5 customer silent since {1}, {0} days: warning {2}, closed {3}")
    @CsvSource({
        "BUSINESS, 2026-01-12T09:00, 2026-01-21T09:00, 2026-01-30T09:00",
        "CALENDAR, 2026-01-12T09:00, 2026-01-21T09:00, 2026-01-28T09:00",
        "BUSINESS, 2026-01-17T10:00, 2026-01-27T10:00, 2026-02-05T10:00",
    })
    void customerSilent(CloseUnit unit, String answered, String warning, String close) {
        SupportClock.Silence silence = SupportClock.ofCustomer(
                Clocks.at(answered, Clocks.ROME), Clocks.closing(unit), SellerDays.in(Clocks.ROME));

        Clocks.assertSilence(silence, Clocks.ROME, warning, close);
    }

    @Test
    @DisplayName("TKT-20 one instant: weekend for the seller in Auckland, Friday for the one in Los Angeles")
    void twoZones() {
        Instant opened = Instant.parse("2026-03-06T20:00:00Z");
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        ZoneId angeles = ZoneId.of("America/Los_Angeles");
        Opening opening = Opening.of(opened, Actor.CUSTOMER, TicketType.REFUND);

        Deadline there = ProcessingClock.deadline(opening, DeadlinePolicy.DEFAULT, SellerDays.in(auckland));
        Deadline here = ProcessingClock.deadline(opening, DeadlinePolicy.DEFAULT, SellerDays.in(angeles));

        assertEquals("2026-03-10T00:00", Clocks.local(there, auckland));
        assertEquals("2026-03-09T12:00", Clocks.local(here, angeles), "clocks went forward while it was stopped");
        assertNotEquals(there.due(), here.due());
    }
}
