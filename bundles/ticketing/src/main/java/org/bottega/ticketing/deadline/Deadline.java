package org.bottega.ticketing.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When something is due, and why then.
 *
 * @param due in milliseconds; the end of the last segment
 * @param segments at least one, each beginning where the one before it ends, from the start of the clock to {@code due}
 */
public record Deadline(Instant due, List<Segment> segments) {

    public Deadline {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || !segments.get(segments.size() - 1).to().equals(due)) {
            throw new IllegalArgumentException("the last segment ends when it is due");
        }
        for (int i = 1; i < segments.size(); i++) {
            if (!segments.get(i).from().equals(segments.get(i - 1).to())) {
                throw new IllegalArgumentException("segment " + i + " does not begin where the one before it ends");
            }
        }
    }

    /** Start of the clock. */
    public Instant start() {
        return segments.get(0).from();
    }

    /** Elapsed time that counts: what the policy gives, wherever the policy gives hours or minutes. */
    public Duration counted() {
        return segments.stream()
                .filter(segment -> segment.kind() == Segment.Kind.COUNTED)
                .map(Segment::length)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
