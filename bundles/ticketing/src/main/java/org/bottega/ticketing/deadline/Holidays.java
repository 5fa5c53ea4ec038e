package org.bottega.ticketing.deadline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.bottega.api.Problem;

/**
 * Local dates that count like the days of a weekend, in whatever zone the seller is; none by default. From the start of such
 * a day to the start of the next, {@link Weekend#PAUSE} stops the clock and {@link Weekend#ROLL} lets nothing fall due;
 * {@link Weekend#NONE} ignores them as it ignores weekends. They are no business days, and the system closes no support
 * ticket on one, whatever {@link Weekend} says. A holiday on a Saturday or Sunday changes nothing.
 *
 * @param dates at most {@value #MOST}
 */
public record Holidays(Set<LocalDate> dates) {

    /** Most dates that are kept: decades of any country. */
    public static final int MOST = 5000;

    /** No holidays: weekends only. */
    public static final Holidays NONE = new Holidays(Set.of());

    public Holidays {
        if (dates.size() > MOST) {
            throw Problem.invalid("holidays-too-many", "holidays", "at most " + MOST + " days");
        }
        dates = Set.copyOf(dates);
    }

    /** These dates; the same one twice is one. */
    public static Holidays of(Collection<LocalDate> dates) {
        return new Holidays(Set.copyOf(dates));
    }

    boolean contains(LocalDate date) {
        return dates.contains(date);
    }
}
