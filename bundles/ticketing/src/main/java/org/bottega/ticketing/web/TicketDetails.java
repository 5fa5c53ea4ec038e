package org.bottega.ticketing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.Comment;
import org.bottega.ticketing.HistoryEntry;
import org.bottega.ticketing.HistoryEntry.What;
import org.bottega.ticketing.TicketDesk.Whole;

/** A ticket with all that is told of it. */
@Schema(name = "TicketDetails")
public record TicketDetails(
        TicketView ticket,
        @Schema(description = "why it is due then; absent when nothing is, or the gateway refused before") DueView due,
        @Schema(description = "the oldest first, at most 100") List<CommentView> comments,
        @Schema(description = "to be given as commentsAfter for the next ones; absent when there are none")
                String nextComments,
        @Schema(description = "the oldest first, at most 500") List<Line> history) {

    /** What somebody wrote. */
    @Schema(name = "TicketComment")
    public record CommentView(
            String comment, Actor by, Instant at, @Schema(description = "absent: erased") String body) {
        static CommentView of(Comment c) {
            return new CommentView(c.id(), c.actor(), c.at(), c.body());
        }
    }

    /** What happened. */
    @Schema(name = "TicketHistory")
    public record Line(What what, Actor by, Instant at, String details) {
        static Line of(HistoryEntry e) {
            return new Line(e.what(), e.actor(), e.at(), e.details());
        }
    }

    static TicketDetails of(Whole whole, Locale language) {
        List<Comment> comments = whole.comments();
        return new TicketDetails(
                TicketView.of(whole.ticket()),
                whole.next() == null ? null : DueView.of(whole.next().deadline(), whole.zone(), language),
                comments.stream().map(CommentView::of).toList(),
                whole.more() ? comments.get(comments.size() - 1).id() : null,
                whole.history().stream().map(Line::of).toList());
    }
}
