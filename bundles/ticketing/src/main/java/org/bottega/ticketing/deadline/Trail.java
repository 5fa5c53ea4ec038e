package org.bottega.ticketing.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.bottega.ticketing.deadline.Segment.Kind;

/** The way of one clock from its start to what it is due for, segment by segment. */
final class Trail {

    private final SellerDays days;
    private final List<Segment> segments = new ArrayList<>();
    private Instant now;

    Trail(Instant start, SellerDays days) {
        this.now = start;
        this.days = days;
    }

    Instant now() {
        return now;
    }

    Deadline end() {
        return new Deadline(now, segments);
    }

    /** All the time from here on counts, for so long. */
    Trail elapse(Duration time) {
        return to(now.plus(time), Kind.COUNTED, Reason.ELAPSED);
    }

    /** Nothing counts to the end of this free day. */
    void pause(LocalDate free) {
        Reason reason = SellerDays.weekend(free) ? Reason.WEEKEND : Reason.HOLIDAY;
        to(days.start(free.plusDays(1)), Kind.PAUSED, reason);
    }

    /** What is due on a free day waits for the next working one, same time of the wall clock. */
    Trail moveToWorkingDay() {
        ZonedDateTime local = days.local(now);
        LocalDate date = local.toLocalDate();
        if (!days.free(date)) {
            return this;
        }
        ZonedDateTime target = local;
        while (days.free(target.toLocalDate())) {
            target = days.at(days.nextWorking(target.toLocalDate()), local.toLocalTime());
        }
        return to(target.toInstant(), Kind.MOVED, past(date, target.toLocalDate()));
    }

    private Reason past(LocalDate first, LocalDate end) {
        boolean weekend = first.datesUntil(end).anyMatch(SellerDays::weekend);
        boolean holiday = first.datesUntil(end).anyMatch(date -> !SellerDays.weekend(date) && days.free(date));
        if (weekend && holiday) {
            return Reason.WEEKEND_AND_HOLIDAY;
        }
        return weekend ? Reason.WEEKEND : Reason.HOLIDAY;
    }

    /** Goes on to this moment; like follows like as one segment, and what takes no time and counts no days is left out. */
    Trail to(Instant end, Kind kind, Reason reason, Long... arguments) {
        Segment next = new Segment(kind, now, end.isBefore(now) ? now : end, reason, List.of(arguments));
        Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        if (last != null && last.kind() == kind && last.reason() == reason) {
            segments.set(segments.size() - 1, joined(last, next));
        } else if (arguments.length > 0 || !next.length().isZero() || reason == Reason.AT_ONCE) {
            segments.add(next);
        }
        now = next.to();
        return this;
    }

    private static Segment joined(Segment first, Segment next) {
        List<Long> sums = new ArrayList<>();
        for (int i = 0; i < first.arguments().size(); i++) {
            sums.add(first.arguments().get(i) + next.arguments().get(i));
        }
        return new Segment(first.kind(), first.from(), next.to(), first.reason(), sums);
    }
}
