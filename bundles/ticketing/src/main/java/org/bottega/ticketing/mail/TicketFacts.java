package org.bottega.ticketing.mail;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bottega.ticketing.Comment;
import org.bottega.ticketing.Deadlines;
import org.bottega.ticketing.TicketState;
import org.bottega.ticketing.deadline.Deadline;
import org.bottega.ticketing.store.NewestComments;
import org.bottega.ticketing.store.TicketRow;
import org.bottega.ticketing.store.TicketTables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How a ticket stands, as mails and pages tell it. */
@Component(service = TicketFacts.class)
public final class TicketFacts {

    /** Most comments told in one mail. */
    static final int COMMENTS = 50;

    private final TicketTables tables;
    private final NewestComments comments;
    private final Deadlines deadlines;

    @Activate
    public TicketFacts(
            @Reference TicketTables tables, @Reference NewestComments comments, @Reference Deadlines deadlines) {
        this.tables = tables;
        this.comments = comments;
        this.deadlines = deadlines;
    }

    /**
     * A ticket as it is now.
     *
     * @param newest its newest fifty comments, the newest first
     * @param leftOut how many older ones there are
     * @param why it is due then, or null when nothing is, or the gateway refused before
     * @param zone the seller's
     */
    record Facts(TicketRow ticket, List<Comment> newest, long leftOut, Deadline why, ZoneId zone) {}

    /** One; within the open unit of work, by who sees all of the tenant's. */
    Optional<Facts> of(String code) {
        return tables.tickets().find(code).map(row -> {
            List<Comment> newest = comments.of(code, COMMENTS);
            long leftOut = newest.size() < COMMENTS ? 0 : comments.count(code) - COMMENTS;
            boolean explained = row.state() == TicketState.OPEN
                    && row.due().at() != null
                    && row.refund().refusals() == 0;
            Deadline why = explained ? deadlines.next(row).deadline() : null;
            return new Facts(row, newest, leftOut, why, deadlines.zone(row.tenantId(), row.sellerId()));
        });
    }
}
