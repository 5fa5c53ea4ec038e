package org.bottega.ticketing.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bottega.ticketing.deadline.Segment.Kind;

/**
 * A deadline in words, local dates and times in the seller's zone. Moments are told to the second, and lengths are those
 * between the moments told, so that what is written adds up.
 *
 * @param segments one sentence for each segment: {@code Fri 6 Mar 15:00 to Sat 7 Mar 00:00: 9 hours counted}
 * @param due when: {@code due Mon 9 Mar 15:00 (Central European Time)}
 */
public record Explanation(List<String> segments, String due) {

    public Explanation {
        segments = List.copyOf(segments);
    }

    /** In this language, English where there are no words in it. */
    public static Explanation of(Deadline deadline, ZoneId zone, Locale language) {
        boolean years = deadline.start().atZone(zone).getYear()
                != deadline.due().atZone(zone).getYear();
        Words words = Words.in(language, zone, years);
        List<String> told = deadline.segments().stream()
                .map(segment -> segment(segment, words, zone))
                .toList();
        return new Explanation(told, words.get("due", words.moment(deadline.due()), words.zone()));
    }

    private static String segment(Segment segment, Words words, ZoneId zone) {
        Instant from = segment.from().truncatedTo(ChronoUnit.SECONDS);
        Instant to = segment.to().truncatedTo(ChronoUnit.SECONDS);
        String said = said(segment, words, zone);
        return segment.length().isZero()
                ? words.get("moment", words.moment(from), said)
                : words.get("stretch", words.moment(from), words.moment(to), said);
    }

    private static String said(Segment segment, Words words, ZoneId zone) {
        String name = segment.kind().name().toLowerCase(Locale.ROOT) + "."
                + segment.reason().key();
        if (segment.kind() == Kind.COUNTED && segment.reason() == Reason.ELAPSED) {
            Duration length = Duration.between(
                    segment.from().truncatedTo(ChronoUnit.SECONDS), segment.to().truncatedTo(ChronoUnit.SECONDS));
            return words.get(name, words.length(length), changes(segment, words, zone));
        }
        List<Object> arguments = new ArrayList<>(List.of(""));
        arguments.addAll(segment.arguments());
        return words.get(name, arguments.toArray());
    }

    /** What clocks on the wall do meanwhile, without which 24 hours would seem to be 23 or 25. */
    private static String changes(Segment segment, Words words, ZoneId zone) {
        StringBuilder told = new StringBuilder();
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition next = rules.nextTransition(segment.from());
        while (next != null && !next.getInstant().isAfter(segment.to())) {
            String name = next.isGap() ? "change.forward" : "change.back";
            told.append(
                    words.get(name, words.length(next.getDuration().abs()), words.moment(next.getDateTimeBefore())));
            next = rules.nextTransition(next.getInstant());
        }
        return told.toString();
    }
}
