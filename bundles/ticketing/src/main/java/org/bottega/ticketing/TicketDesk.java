package org.bottega.ticketing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.sales.api.RefundCases;
import org.bottega.ticketing.Actors.Behalf;
import org.bottega.ticketing.TicketFilter.Sort;
import org.bottega.ticketing.store.TicketRow;
import org.bottega.ticketing.store.TicketTables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finding tickets, talking on them, closing them (TKT-08, TKT-11). */
@Component(service = TicketDesk.class)
public final class TicketDesk {

    /** Most comments told at once. */
    public static final int COMMENTS = 100;

    private final Platform platform;
    private final TicketTables tables;
    private final Records records;
    private final Deadlines deadlines;
    private final RefundCases cases;

    @Activate
    public TicketDesk(
            @Reference Platform platform,
            @Reference TicketTables tables,
            @Reference Records records,
            @Reference Deadlines deadlines,
            @Reference RefundCases cases) {
        this.platform = platform;
        this.tables = tables;
        this.records = records;
        this.deadlines = deadlines;
        this.cases = cases;
    }

    /**
     * A ticket with all that is told of it.
     *
     * @param comments the first hundred after the one that was named, the oldest first
     * @param more whether others follow
     * @param next what happens next and why then, or null when nothing does
     */
    public record Whole(
            TicketRow ticket,
            List<Comment> comments,
            boolean more,
            List<HistoryEntry> history,
            Deadlines.Next next,
            ZoneId zone) {}

    /** One page of those the caller may see. */
    public Page<TicketRow> list(TicketFilter filter, Sort sort, PageRequest request) {
        return platform.inUnit(() -> tables.tickets().list(filter, sort, request));
    }

    /**
     * One.
     *
     * @param after id of the comment after which comments are told, or null
     * @throws Problem 404 {@code ticket-not-found}
     */
    public Whole get(String code, String after) {
        return platform.inUnit(() -> {
            TicketRow row = tables.tickets().find(code).orElseThrow(() -> missing(code));
            List<Comment> comments = tables.comments().of(code, after == null ? "" : after, COMMENTS + 1);
            boolean more = comments.size() > COMMENTS;
            boolean explained = row.state() == TicketState.OPEN
                    && row.due().at() != null
                    && row.refund().refusals() == 0;
            return new Whole(
                    row,
                    more ? comments.subList(0, COMMENTS) : comments,
                    more,
                    tables.history().of(code),
                    explained ? platform.beyond("ticketing.explain", () -> deadlines.next(row)) : null,
                    platform.beyond("ticketing.explain", () -> deadlines.zone(row.tenantId(), row.sellerId())));
        });
    }

    static Problem missing(String code) {
        return Problem.notFound("ticket", code);
    }

    /** Locked in the open unit of work, and open. */
    TicketRow open(String code) {
        TicketRow row = tables.tickets().lock(code).orElseThrow(() -> missing(code));
        if (row.state() != TicketState.OPEN) {
            throw Problem.conflict(
                            "ticket-" + row.state().name().toLowerCase(Locale.ROOT),
                            "ticket " + code + " is " + row.state())
                    .with("state", row.state().name());
        }
        return row;
    }

    /**
     * Somebody writes; on a support ticket a new silence begins (TKT-33).
     *
     * @throws Problem 404 {@code ticket-not-found}; 409 {@code ticket-closed}, {@code ticket-opening}, {@code
     *     ticket-processing}
     */
    public Comment comment(String code, Behalf behalf, String body) {
        String text = Check.body("body", body);
        return platform.inUnit(() -> {
            Actor actor = Actors.of(platform.caller(), behalf);
            TicketRow row = open(code);
            Comment comment = records.comment(row, actor, text);
            row.clock().touch(actor, platform.now());
            if (row.type() == TicketType.SUPPORT) {
                records.plan(row);
            }
            records.commented(row, comment);
            return comment;
        });
    }

    /**
     * Closes a ticket: nothing is given back (TKT-14).
     *
     * @param comment a last word, or null
     * @param consent the customer's comment by which he agreed: a seller needs it for what a customer asked for (TKT-16)
     * @throws Problem 404 {@code ticket-not-found}; 409 {@code ticket-closed}, {@code ticket-opening}, {@code
     *     ticket-processing}, {@code consent-missing}
     */
    public TicketRow close(String code, Behalf behalf, String comment, String consent) {
        String text = comment == null ? null : Check.body("comment", comment);
        return platform.inUnit(() -> {
            Actor actor = Actors.of(platform.caller(), behalf);
            TicketRow row = open(code);
            String agreed = mayEnd(row, actor, consent);
            if (text != null) {
                records.comment(row, actor, text);
            }
            endCase(row, actor, "ticket " + code + " was closed");
            row.end().agreed(agreed);
            row.close(actor, ClosedWhy.ASKED, platform.now());
            records.closed(row, actor, ClosedWhy.ASKED, agreed);
            return row;
        });
    }

    /** Whether what is asked for may be ended now; the consent that is recorded, or null. */
    String mayEnd(TicketRow row, Actor actor, String consent) {
        Instant due = row.due().at();
        boolean refund = row.type() != TicketType.SUPPORT;
        if (refund
                && due != null
                && row.refund().refusals() == 0
                && !platform.now().isBefore(due)) {
            throw Problem.conflict("ticket-processing", "ticket " + row.id() + " is due and being processed")
                    .with("state", TicketState.PROCESSING.name());
        }
        if (!refund || actor != Actor.SELLER || !Actors.ofCustomer(row.clock().by())) {
            return null;
        }
        return tables.comments()
                .find(row.id(), consent == null ? "" : consent)
                .filter(comment -> comment.ofCustomer()
                        && comment.id().compareTo(tables.history().begun(row.id())) > 0)
                .map(Comment::id)
                .orElseThrow(() -> Problem.conflict(
                        "consent-missing",
                        "the customer asked for this: quote his comment, written since, by which he agrees"));
    }

    /** Ends the request in sales, if there is one, in the open unit of work. */
    void endCase(TicketRow row, Actor actor, String why) {
        if (row.refund().id() != null) {
            cases.end(row.refund().id(), why, Actors.ofCustomer(actor));
        }
    }
}
