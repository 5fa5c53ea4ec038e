package org.bottega.ticketing;

import java.util.Map;
import org.bottega.api.DomainEvent;
import org.bottega.ticketing.HistoryEntry.What;
import org.bottega.ticketing.api.TicketChanged;
import org.bottega.ticketing.api.TicketClosed;
import org.bottega.ticketing.api.TicketCommented;
import org.bottega.ticketing.api.TicketOpened;
import org.bottega.ticketing.api.TicketProcessed;
import org.bottega.ticketing.api.TicketReopened;
import org.bottega.ticketing.api.TicketWarned;
import org.bottega.ticketing.store.TicketRow;
import org.bottega.ticketing.store.TicketTables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes down what happened to a ticket: in its history, in the audit log, and as an event. In the open unit of work. */
@Component(service = Records.class)
public final class Records {

    private final Platform platform;
    private final TicketTables tables;
    private final Deadlines deadlines;

    @Activate
    public Records(@Reference Platform platform, @Reference TicketTables tables, @Reference Deadlines deadlines) {
        this.platform = platform;
        this.tables = tables;
        this.deadlines = deadlines;
    }

    /** Says what is due next. */
    void plan(TicketRow t) {
        platform.beyond("ticketing.plan", () -> {
            deadlines.plan(t);
            return null;
        });
    }

    /** A line of the history, with details that are nothing personal, or null. */
    public void line(TicketRow t, What what, Actor actor, String details) {
        tables.history()
                .insert(
                        t.id(),
                        new HistoryEntry(
                                platform.ids().next(), what, actor, platform.actor(), platform.now(), details));
    }

    /** What somebody wrote. */
    Comment comment(TicketRow t, Actor actor, String body) {
        Comment comment = new Comment(platform.ids().next(), actor, platform.actor(), platform.now(), body);
        tables.comments().insert(t.id(), comment);
        return comment;
    }

    void opened(TicketRow t) {
        Actor actor = t.opening().by();
        line(t, What.OPENED, actor, t.type() + ", " + t.subject().reason() + due(t));
        tell(
                "ticket.open",
                new TicketOpened(
                        t.id(),
                        t.type().name(),
                        t.sellerId(),
                        t.subject().purchase(),
                        t.subject().product(),
                        t.subject().buyer(),
                        actor.name(),
                        t.subject().reason(),
                        t.due().at()),
                Map.of());
    }

    void commented(TicketRow t, Comment comment) {
        tell(
                "ticket.comment",
                new TicketCommented(
                        t.id(),
                        t.type().name(),
                        t.sellerId(),
                        t.subject().purchase(),
                        t.subject().product(),
                        t.subject().buyer(),
                        comment.actor().name(),
                        comment.id()),
                Map.of("comment", comment.id()));
    }

    void changed(TicketRow t, Actor actor, TicketType before, String consent) {
        line(t, What.CHANGED, actor, before + " to " + t.type() + consent(consent) + due(t));
        tell(
                "ticket.change",
                new TicketChanged(
                        t.id(),
                        t.type().name(),
                        t.sellerId(),
                        t.subject().purchase(),
                        t.subject().product(),
                        t.subject().buyer(),
                        actor.name(),
                        before.name(),
                        consent != null,
                        t.due().at()),
                Map.of());
    }

    void closed(TicketRow t, Actor actor, ClosedWhy why, String consent) {
        line(t, What.CLOSED, actor, why + consent(consent));
        tell(
                "ticket.close",
                new TicketClosed(
                        t.id(),
                        t.type().name(),
                        t.sellerId(),
                        t.subject().purchase(),
                        t.subject().product(),
                        t.subject().buyer(),
                        actor.name(),
                        why.name(),
                        consent != null),
                Map.of("why", why.name()));
    }

    void reopened(TicketRow t, Actor actor, boolean kept) {
        line(t, What.REOPENED, actor, (kept ? "the clock runs on" : "a new clock") + due(t));
        tell(
                "ticket.reopen",
                new TicketReopened(
                        t.id(),
                        t.type().name(),
                        t.sellerId(),
                        t.subject().purchase(),
                        t.subject().product(),
                        t.subject().buyer(),
                        actor.name(),
                        t.due().at()),
                Map.of());
    }

    void processed(TicketRow t) {
        line(t, What.PROCESSED, Actor.SYSTEM, null);
        tell(
                "ticket.process",
                new TicketProcessed(
                        t.id(),
                        t.type().name(),
                        t.sellerId(),
                        t.subject().purchase(),
                        t.subject().product(),
                        t.subject().buyer(),
                        Actor.SYSTEM.name()),
                Map.of());
    }

    void warned(TicketRow t, int number, Actor waitsFor) {
        line(t, What.WARNED, Actor.SYSTEM, "warning " + number + ", " + waitsFor + " is to answer" + due(t));
        tell(
                "ticket.warn",
                new TicketWarned(
                        t.id(),
                        t.type().name(),
                        t.sellerId(),
                        t.subject().purchase(),
                        t.subject().product(),
                        t.subject().buyer(),
                        Actor.SYSTEM.name(),
                        number,
                        waitsFor.name(),
                        t.due().at()),
                Map.of());
    }

    private static String consent(String comment) {
        return comment == null ? "" : ", with the customer's consent: comment " + comment;
    }

    private static String due(TicketRow t) {
        return t.due().at() == null ? "" : ", due " + t.due().at();
    }

    private void tell(String action, DomainEvent event, Map<String, ?> details) {
        platform.journal().tell(action, event, details);
    }
}
