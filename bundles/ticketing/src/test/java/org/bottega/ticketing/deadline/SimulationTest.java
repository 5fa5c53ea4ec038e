package org.bottega.ticketing.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.TicketType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clocks against somebody who sits beside a clock on the wall and counts minutes. */
class SimulationTest {

    private static final List<String> ZONES = List.of(
            "Africa/Cairo",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Asia/Kathmandu",
            "America/St_Johns",
            "Africa/Casablanca",
            "America/Asuncion",
            "America/Santiago",
            "Asia/Beirut",
            "Europe/Rome",
            "Pacific/Auckland",
            "America/Los_Angeles");
    private static final int DAY = 1440;
    private static final int MINUTE = 60_000;
    private static final int MARGIN = 60 * DAY;

    @ParameterizedTest(
            name = "TKT-12 TKT-13 TKT-20 TKT-21 TKT-22 TKT-27 to TKT-32: {1} openings in three years from {0}")
    @CsvSource({"2010, 10000", "2025, 2000"})
    @DisplayName("D3 as somebody finds who waits beside a clock")
    void asCountedByHand(int year, int number) {
        int zones = ZONES.size();
        for (int i = 0; i < zones; i++) {
            int openings = number / zones + (i < number % zones ? 1 : 0);
            new Run(ZONES.get(i), year, 20260306L + year * 100L + i).check(openings);
        }
    }

    /** One zone, its clock, and holidays drawn at random. */
    private static final class Run {
        private final String zone;
        private final long seed;
        private final Random random;
        private final WallClock clock;
        private final Set<Integer> holidays = new HashSet<>();

        Run(String zone, int year, long seed) {
            this.zone = zone;
            this.seed = seed;
            this.random = new Random(seed);
            int start = (int) LocalDate.of(year, 1, 1).toEpochDay();
            int end = (int) LocalDate.of(year + 3, 1, 1).toEpochDay();
            this.clock = new WallClock(zone, (long) start * DAY, (long) end * DAY + MARGIN);
            for (int day = start; day < end; day++) {
                if (random.nextInt(12) == 0) {
                    holidays.add(day);
                }
            }
            clock.changes().forEach(change -> {
                for (int day = clock.day(change) - 2; day < clock.day(change) + 2; day++) {
                    if (random.nextInt(3) == 0) {
                        holidays.add(day);
                    }
                }
            });
        }

        void check(int openings) {
            List<Instant> drawn = random.longs(openings, 0, Long.MAX_VALUE)
                    .mapToObj(number -> Instant.ofEpochMilli(opening(new Random(number))))
                    .toList();
            SellerDays without = SellerDays.in(ZoneId.of(zone));
            SellerDays with = new SellerDays(
                    without.zone(),
                    Holidays.of(holidays.stream().map(LocalDate::ofEpochDay).toList()));
            clock.free(day -> false);
            drawn.forEach(opened -> check(opened, without));
            clock.free(holidays::contains);
            drawn.forEach(opened -> check(opened, with));
        }

        /** Anywhere, near a change of clocks, or within milliseconds of where a day, an hour or five minutes begin. */
        private long opening(Random draw) {
            int minute = DAY + draw.nextInt(clock.minutes() - MARGIN - DAY);
            if (draw.nextInt(3) == 0 && !clock.changes().isEmpty()) {
                minute = Math.max(
                        DAY,
                        clock.changes().get(draw.nextInt(clock.changes().size())) + draw.nextInt(8 * DAY) - 4 * DAY);
                minute = Math.min(minute, clock.minutes() - MARGIN);
            }
            if (draw.nextBoolean()) {
                return clock.millis(minute) + draw.nextInt(MINUTE);
            }
            int edge = minute;
            while (clock.day(edge) == clock.day(edge - 1)) {
                edge++;
            }
            int[] before = {0, 5, 60, 30, DAY - 60};
            return clock.millis(edge - before[draw.nextInt(before.length)]) + draw.nextInt(3) - 1;
        }

        private void check(Instant opened, SellerDays days) {
            for (Weekend weekend : Weekend.values()) {
                for (Actor actor : List.of(Actor.CUSTOMER, Actor.OPERATOR, Actor.SELLER)) {
                    TicketType type = random.nextBoolean() ? TicketType.REFUND : TicketType.CANCELLATION;
                    processing(Opening.of(opened, actor, type), Clocks.policy(weekend), days);
                }
                processing(
                        Opening.of(opened, Actor.SELLER, TicketType.REFUND),
                        Clocks.sellersWithoutWeekends(weekend),
                        days);
            }
            silence(opened, days);
        }

        private void processing(Opening opening, DeadlinePolicy policy, SellerDays days) {
            boolean seller = opening.actor() == Actor.SELLER;
            long length = seller ? 5 * MINUTE : DAY * (long) MINUTE;
            long opened = opening.at().toEpochMilli();
            Weekend weekend = seller && !policy.vendorTicketsObserveWeekend() ? Weekend.NONE : policy.weekend();
            long due =
                    switch (weekend) {
                        case PAUSE -> clock.paused(opened, length);
                        case ROLL -> clock.moved(opened + length);
                        case NONE -> opened + length;
                    };

            Deadline deadline = ProcessingClock.deadline(opening, policy, days);

            same(due, deadline, () -> opening + " " + policy + holidaysOf(days));
            assertEquals(Duration.ofMillis(length), deadline.counted(), () -> told(opening + " " + policy));
            assertEquals(opening.at(), deadline.start());
        }

        private void silence(Instant last, SellerDays days) {
            long from = last.toEpochMilli();
            long twoDays = 2L * DAY * MINUTE;
            SupportClock.Silence seller = SupportClock.ofSeller(last, DeadlinePolicy.DEFAULT, days);
            same(from + twoDays, seller.warnings().get(0), () -> "first warning " + last);
            same(from + 2 * twoDays, seller.warnings().get(1), () -> "second warning " + last);
            same(clock.moved(from + 3 * twoDays), seller.close(), () -> "seller silent " + last + holidaysOf(days));

            for (CloseUnit unit : CloseUnit.values()) {
                SupportClock.Silence customer = SupportClock.ofCustomer(last, Clocks.closing(unit), days);
                long warning = clock.businessDays(from, 7);
                long close = unit == CloseUnit.BUSINESS
                        ? clock.businessDays(from, 14)
                        : clock.calendarDays(warning, 7, from);
                same(warning, customer.warnings().get(0), () -> "customer silent " + last + holidaysOf(days));
                same(close, customer.close(), () -> "customer silent " + unit + " " + last + holidaysOf(days));
            }
        }

        private void same(long expected, Deadline deadline, Supplier<String> what) {
            if (expected != deadline.due().toEpochMilli()) {
                ZoneId id = ZoneId.of(zone);
                assertEquals(
                        Instant.ofEpochMilli(expected).atZone(id),
                        deadline.due().atZone(id),
                        () -> told(what.get()));
            }
        }

        private String told(String what) {
            return zone + ", seed " + seed + ": " + what;
        }

        private static String holidaysOf(SellerDays days) {
            return days.holidays().equals(Holidays.NONE) ? " without holidays" : " with holidays";
        }
    }
}
