package org.bottega.ticketing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bottega.api.Problem;
import org.bottega.ticketing.deadline.Deadline;
import org.bottega.ticketing.deadline.Explanation;
import org.bottega.ticketing.deadline.Segment;
import org.bottega.ticketing.deadline.Segment.Kind;

/** When something is due, and why then. */
@Schema(name = "TicketDeadline")
public record DueView(
        Instant dueAt,
        @Schema(description = "the seller's zone, in which weekends and the words are (TKT-20)") String zone,
        @Schema(description = "from the start of the clock to dueAt, without gaps") List<Part> segments,
        @Schema(description = "a sentence for each segment, and when it is due") List<String> words) {

    /** A stretch of time. */
    @Schema(name = "TicketDeadlineSegment")
    public record Part(
            Kind kind,
            Instant from,
            Instant to,
            @Schema(description = "stable key, such as elapsed, weekend, business-days") String reason,
            @Schema(description = "what the reason counts, such as days") List<Long> arguments) {
        static Part of(Segment s) {
            return new Part(s.kind(), s.from(), s.to(), s.reason().key(), s.arguments());
        }
    }

    static DueView of(Deadline deadline, ZoneId zone, Locale language) {
        Explanation told = Explanation.of(deadline, zone, language);
        List<String> words = new ArrayList<>(told.segments());
        words.add(told.due());
        return new DueView(
                deadline.due(),
                zone.getId(),
                deadline.segments().stream().map(Part::of).toList(),
                words);
    }

    /** @throws Problem 400 {@code language-unknown} */
    static Locale language(String tag) {
        if (tag == null || tag.isEmpty() || "en".equals(tag)) {
            return Locale.ENGLISH;
        }
        if ("it".equals(tag)) {
            return Locale.ITALIAN;
        }
        throw Problem.invalid("language-unknown", "language", "en or it");
    }
}
