package org.bottega.ticketing.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import org.bottega.api.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportClockTest {

    private static final ZoneId ROME = Clocks.ROME;
    private static final SellerDays DAYS = SellerDays.in(ROME);

    @ParameterizedTest(name = "TKT-29 TKT-30 seller silent since {0}: closed {1}")
    @CsvSource({
        "2026-03-01T00:00, 2026-03-09T00:00",
        "2026-02-28T23:59:59.999, 2026-03-06T23:59:59.999",
        "2026-03-02T23:59:59.999, 2026-03-09T23:59:59.999",
        "2026-03-03T00:00, 2026-03-09T00:00",
    })
    void closedOnWorkingDays(String last, String close) {
        SupportClock.Silence silence = SupportClock.ofSeller(Clocks.at(last, ROME), DeadlinePolicy.DEFAULT, DAYS);

        assertEquals(close, Clocks.local(silence.close(), ROME));
    }

    @Test
    @DisplayName("TKT-27 TKT-28 warnings go out at weekends; whatever refunds do at weekends changes nothing")
    void warningsAtWeekends() {
        for (Weekend weekend : Weekend.values()) {
            Clocks.assertSilence(
                    SupportClock.ofSeller(Clocks.at("2026-03-05T12:00", ROME), Clocks.policy(weekend), DAYS),
                    ROME,
                    "2026-03-07T12:00 2026-03-09T12:00",
                    "2026-03-11T12:00");
            Clocks.assertSilence(
                    SupportClock.ofSeller(Clocks.at("2026-03-03T12:00", ROME), Clocks.policy(weekend), DAYS),
                    ROME,
                    "2026-03-05T12:00 2026-03-07T12:00",
                    "2026-03-09T12:00");
        }
    }

    @Test
    @DisplayName("TKT-27 TKT-28 TKT-29 each step has its own hours")
    void steps() {
        DeadlinePolicy policy = new DeadlinePolicy(Weekend.PAUSE, 24, 5, true, 1, 2, 4, 7, 7, CloseUnit.BUSINESS);

        Clocks.assertSilence(
                SupportClock.ofSeller(Clocks.at("2026-03-04T12:00", ROME), policy, DAYS),
                ROME,
                "2026-03-04T13:00 2026-03-04T15:00",
                "2026-03-04T19:00");
    }

    @ParameterizedTest(name = "TKT-31 TKT-32 D5 answered {0}: warning {1}, closed {2}")
    @CsvSource({
        "2026-01-16T23:59:59.999, 2026-01-27T23:59:59.999, 2026-02-05T23:59:59.999",
        "2026-01-17T00:00, 2026-01-27T00:00, 2026-02-05T00:00",
        "2026-01-18T23:59, 2026-01-27T23:59, 2026-02-05T23:59",
        "2026-01-19T00:00, 2026-01-28T00:00, 2026-02-06T00:00",
        "2026-03-20T02:30, 2026-03-31T02:30, 2026-04-09T02:30",
    })
    void businessDays(String answered, String warning, String close) {
        Clocks.assertSilence(
                SupportClock.ofCustomer(Clocks.at(answered, ROME), DeadlinePolicy.DEFAULT, DAYS), ROME, warning, close);
    }

    @ParameterizedTest(name = "TKT-31 TKT-32 own numbers, {0}: warning {1}, closed {2}")
    @CsvSource({
        "BUSINESS, 2026-01-13T09:00, 2026-01-15T09:00",
        "CALENDAR, 2026-01-13T09:00, 2026-01-15T09:00",
    })
    void ownNumbers(CloseUnit unit, String warning, String close) {
        DeadlinePolicy policy = new DeadlinePolicy(Weekend.PAUSE, 24, 5, true, 48, 48, 48, 1, 2, unit);

        Clocks.assertSilence(
                SupportClock.ofCustomer(Clocks.at("2026-01-12T09:00", ROME), policy, DAYS), ROME, warning, close);
    }

    @ParameterizedTest(name = "TKT-32 {0} calendar days after Tue 13 Jan: closed {1}")
    @CsvSource({
        "3, 2026-01-16T09:00",
        "4, 2026-01-19T09:00",
        "5, 2026-01-19T09:00",
        "6, 2026-01-19T09:00",
        "7, 2026-01-20T09:00",
    })
    void calendarDays(int number, String close) {
        DeadlinePolicy policy =
                new DeadlinePolicy(Weekend.NONE, 24, 5, true, 48, 48, 48, 1, number, CloseUnit.CALENDAR);

        SupportClock.Silence silence = SupportClock.ofCustomer(Clocks.at("2026-01-12T09:00", ROME), policy, DAYS);

        assertEquals(close, Clocks.local(silence.close(), ROME));
    }

    @Test
    @DisplayName("D5 a date that Apia left out is no business day")
    void dayThatNeverWas() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        DeadlinePolicy policy = new DeadlinePolicy(Weekend.PAUSE, 24, 5, true, 48, 48, 48, 1, 2, CloseUnit.BUSINESS);

        Clocks.assertSilence(
                SupportClock.ofCustomer(Clocks.at("2011-12-28T10:00", apia), policy, SellerDays.in(apia)),
                apia,
                "2011-12-29T10:00",
                "2012-01-03T10:00");
    }

    @Test
    @DisplayName("D5 D6 moments that calendars cannot be trusted with are refused")
    void moments() {
        Instant late = Instant.parse("2200-01-01T00:00:00.001Z");

        assertEquals(
                "lastCustomerAction",
                assertThrows(Problem.class, () -> SupportClock.ofSeller(null, DeadlinePolicy.DEFAULT, DAYS))
                        .errors()
                        .get(0)
                        .field());
        assertEquals(
                "lastSellerAction",
                assertThrows(Problem.class, () -> SupportClock.ofCustomer(late, DeadlinePolicy.DEFAULT, DAYS))
                        .errors()
                        .get(0)
                        .field());
    }
}
