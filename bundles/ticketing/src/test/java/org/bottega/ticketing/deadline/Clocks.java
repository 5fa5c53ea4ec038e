package org.bottega.ticketing.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.TicketType;

/** Deadlines asked for in local dates. */
final class Clocks {

    static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private Clocks() {}

    static DeadlinePolicy policy(Weekend weekend) {
        return new DeadlinePolicy(weekend, 24, 5, true, 48, 48, 48, 7, 7, CloseUnit.BUSINESS);
    }

    static DeadlinePolicy sellersWithoutWeekends(Weekend weekend) {
        return new DeadlinePolicy(weekend, 24, 5, false, 48, 48, 48, 7, 7, CloseUnit.BUSINESS);
    }

    static DeadlinePolicy closing(CloseUnit unit) {
        return new DeadlinePolicy(Weekend.PAUSE, 24, 5, true, 48, 48, 48, 7, 7, unit);
    }

    static Holidays holidays(String... dates) {
        return Holidays.of(Arrays.stream(dates).map(LocalDate::parse).toList());
    }

    static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    static String local(Deadline deadline, ZoneId zone) {
        return LocalDateTime.ofInstant(deadline.due(), zone).toString();
    }

    static Deadline refund(String opened, Actor actor, DeadlinePolicy policy, SellerDays days) {
        return ProcessingClock.deadline(Opening.of(at(opened, days.zone()), actor, TicketType.REFUND), policy, days);
    }

    /** The local due date of a customer's refund in Rome. */
    static String rome(String opened, Weekend weekend, String... holidays) {
        SellerDays days = new SellerDays(ROME, holidays(holidays));
        return local(refund(opened, Actor.CUSTOMER, policy(weekend), days), ROME);
    }

    /** The local due date of a seller's refund in Rome. */
    static String seller(String opened, DeadlinePolicy policy) {
        return local(refund(opened, Actor.SELLER, policy, SellerDays.in(ROME)), ROME);
    }

    static void assertSilence(SupportClock.Silence silence, ZoneId zone, String warnings, String close) {
        assertEquals(
                warnings,
                String.join(
                        " ",
                        silence.warnings().stream()
                                .map(each -> local(each, zone))
                                .toList()));
        assertEquals(close, local(silence.close(), zone));
    }
}
