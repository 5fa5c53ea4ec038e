package org.bottega.ticketing.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.function.IntPredicate;

/**
 * The slow way: a clock on the wall of one zone, looked at once every minute, and deadlines found by waiting beside it. Shares
 * no code with what it checks, not even the classes that know zones.
 */
final class WallClock {

    private static final long MINUTE = 60_000;
    private static final int DAY = 1440;

    private final long first;
    private final int[] shown;
    private final List<Integer> changes = new ArrayList<>();
    private final int firstDay;
    private boolean[] free;

    /** From one minute since 1970 to another; what it shows is minutes since 1970, as if there were no zones. */
    WallClock(String zone, long first, long end) {
        TimeZone rules = TimeZone.getTimeZone(zone);
        this.first = first;
        this.shown = new int[(int) (end - first)];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = (int) (first + i + rules.getOffset((first + i) * MINUTE) / MINUTE);
            if (i > 0 && shown[i] != shown[i - 1] + 1) {
                changes.add(i);
            }
        }
        firstDay = shown[0] / DAY;
    }

    /** Saturdays, Sundays and these days since 1970 are free from here on. */
    void free(IntPredicate holiday) {
        free = new boolean[shown[shown.length - 1] / DAY - firstDay + 2];
        for (int i = 0; i < free.length; i++) {
            int day = firstDay + i;
            int weekday = (day + 3) % 7; // 1970 began on a Thursday
            free[i] = weekday == 5 || weekday == 6 || holiday.test(day);
        }
    }

    /** Where what it shows jumps. */
    List<Integer> changes() {
        return changes;
    }

    int minutes() {
        return shown.length;
    }

    int day(int minute) {
        return shown[minute] / DAY;
    }

    long millis(int minute) {
        return (first + minute) * MINUTE;
    }

    private int minute(long at) {
        return (int) (at / MINUTE - first);
    }

    private boolean free(int minute) {
        return free[day(minute) - firstDay];
    }

    /** Counts down what is left, minute by minute, but not in the minutes of free days. */
    long paused(long opened, long length) {
        long at = opened;
        long left = length;
        for (int minute = minute(opened); ; minute++) {
            long end = millis(minute + 1);
            if (!free(minute)) {
                if (left == 0) {
                    return at;
                }
                long step = Math.min(left, end - at);
                left -= step;
                at += step;
                if (at < end) {
                    return at;
                }
            }
            at = end;
        }
    }

    /** Waits until the next day that is not free and then until the clock shows the same time as now. */
    long moved(long due) {
        long at = due;
        while (free(minute(at))) {
            int minute = minute(at);
            while (free(minute)) {
                minute++;
            }
            at = shows(minute, day(minute), due);
        }
        return at;
    }

    /** Waits for so many new dates that are not free, and then until the clock shows the same time as at the start. */
    long businessDays(long start, int number) {
        int minute = minute(start);
        int latest = day(minute);
        int count = 0;
        while (count < number) {
            minute++;
            if (day(minute) > latest) {
                latest = day(minute);
                count += free(minute) ? 0 : 1;
            }
        }
        return shows(minute, latest, start);
    }

    /** So many dates on in the calendar, at the time that it showed at the start, then as {@link #moved}. */
    long calendarDays(long warned, int number, long start) {
        int minute = minute(warned);
        int date = day(minute) + number;
        while (day(minute) < date) {
            minute++;
        }
        return moved(shows(minute, date, start));
    }

    /**
     * From a minute on, when it shows the time of {@code like} on this date, to the millisecond. If it jumps over it: when it
     * would, had nobody put it forward.
     */
    private long shows(int from, int date, long like) {
        int wanted = date * DAY + shown[minute(like)] % DAY;
        int minute = from;
        while (shown[minute] < wanted) {
            minute++;
        }
        if (shown[minute] > wanted) {
            minute += wanted - shown[minute - 1] - 1;
        }
        return millis(minute) + like % MINUTE;
    }
}
