package org.bottega.ticketing;

import java.time.Duration;
import java.time.Instant;
import org.bottega.api.Problem;
import org.bottega.sales.api.NewRefundCase;
import org.bottega.sales.api.RefundCase;
import org.bottega.sales.api.RefundCases;
import org.bottega.ticketing.store.CasePart.Asking;
import org.bottega.ticketing.store.CasePart.Before;
import org.bottega.ticketing.store.TicketRow;
import org.bottega.ticketing.store.TicketTables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asking sales for money in three steps: the ticket is OPENING, sales opens its request under a key of the ticket's, the
 * ticket is OPEN. Sales that refuses leaves the ticket as it was, or none. Whoever dies in between leaves a ticket that is
 * due soon, and is finished under the same key.
 */
@Component(service = CaseSteps.class)
public final class CaseSteps {

    /** When a ticket that is still OPENING is looked at again. */
    static final Duration RECOVERY = Duration.ofMinutes(1);

    private static final int REMARK = 1000;

    private final Platform platform;
    private final TicketTables tables;
    private final Records records;
    private final RefundCases cases;
    private final CaseEnds ends;

    @Activate
    public CaseSteps(
            @Reference Platform platform,
            @Reference TicketTables tables,
            @Reference Records records,
            @Reference RefundCases cases,
            @Reference CaseEnds ends) {
        this.platform = platform;
        this.tables = tables;
        this.records = records;
        this.cases = cases;
        this.ends = ends;
    }

    /**
     * The first step, in the open unit of work.
     *
     * @throws Problem 409 {@code ticket-open} with member {@code ticket} (D26)
     */
    void begin(TicketRow row, Asking asking) {
        checkAlone(row.subject().purchase());
        row.begin(asking, platform.now().plus(RECOVERY));
    }

    /** Refuses a second ticket that asks for the same money. */
    void checkAlone(String purchase) {
        platform.beyond("ticketing.alone", () -> tables.tickets().openFor(purchase))
                .ifPresent(first -> {
                    throw Problem.conflict("ticket-open", "this is asked for already: " + first.id())
                            .with("ticket", first.id());
                });
    }

    /**
     * The second and third step, if they are still to be done.
     *
     * @throws Problem what sales refuses with: the ticket is what it was before, or gone; 404 {@code ticket-not-found} when
     *     it is gone already
     */
    public TicketRow settle(String code) {
        platform.refuseUnit();
        TicketRow seen = platform.inUnit(() -> tables.tickets().find(code).orElseThrow(() -> TicketDesk.missing(code)));
        if (seen.state() != TicketState.OPENING) {
            return seen;
        }
        int round = seen.refund().round();
        NewRefundCase wish = platform.inUnit(() -> wish(seen));
        RefundCase made;
        try {
            made = cases.open(seen.id() + '.' + round, TicketingModule.ID, wish);
        } catch (Problem refused) {
            if (isFinal(refused)) {
                platform.inUnit(() -> undo(code, round));
            }
            throw refused;
        }
        return platform.inUnit(() -> finish(code, round, made));
    }

    /** Whether asking again will be answered the same. */
    static boolean isFinal(Problem refused) {
        return switch (refused.kind()) {
            case INVALID, FORBIDDEN, NOT_FOUND, UNPROCESSABLE -> true;
            case CONFLICT -> !"changed-meanwhile".equals(refused.code());
            default -> false;
        };
    }

    /** A support ticket counts from its own opening (D25), and so does one that the same side reopens. */
    private NewRefundCase wish(TicketRow row) {
        boolean byBuyer = Actors.ofCustomer(owner(row));
        boolean same = row.refund().before() != Before.CLOSED
                || byBuyer == Actors.ofCustomer(row.opening().by());
        Instant since = same ? row.opening().at() : null;
        String remark = tables.comments()
                .last(row.id())
                .map(comment -> comment.body())
                .map(text -> text.replaceAll("\\s+", " "))
                .map(text -> text.length() <= REMARK ? text : text.substring(0, REMARK))
                .orElse(null);
        return new NewRefundCase(
                row.subject().purchase(),
                byBuyer,
                since,
                row.refund().before() == Before.SUPPORT ? null : row.refund().amount(),
                row.refund().reason(),
                remark);
    }

    /** Whose refund it will be: who asks; of a reopened one who asked for it, unless the customer wants it himself now. */
    private static Actor owner(TicketRow row) {
        Actor asking = row.refund().by();
        return row.refund().before() != Before.CLOSED || Actors.ofCustomer(asking)
                ? asking
                : row.clock().by();
    }

    /** Whether a customer reopens what was closed without his consent: the clock that he had runs on (D19). */
    private static boolean against(TicketRow row) {
        return Actors.ofCustomer(row.refund().by())
                && Actors.ofCustomer(row.clock().by())
                && row.end().by() == Actor.SELLER
                && row.end().consent() == null;
    }

    /** Only once sales has agreed: what it refuses must leave the clocks as they were. */
    private static void startClock(TicketRow row, boolean kept) {
        Instant at = row.refund().at();
        if (!kept) {
            row.clock().start(owner(row), at);
        }
        row.clock().touch(row.refund().by(), at);
    }

    private Void undo(String code, int round) {
        TicketRow row = tables.tickets().lock(code).orElse(null);
        if (row == null || row.state() != TicketState.OPENING || row.refund().round() != round) {
            return null;
        }
        if (row.refund().before() == Before.NEW) {
            tables.comments().remove(code);
            tables.tickets().remove(row);
            return null;
        }
        if (row.refund().comment() != null) {
            tables.comments().remove(code, row.refund().comment());
        }
        row.undo();
        if (row.state() == TicketState.OPEN) {
            records.plan(row);
        }
        return null;
    }

    private TicketRow finish(String code, int round, RefundCase made) {
        TicketRow row = tables.tickets().lock(code).orElseThrow(() -> Problem.notFound("ticket", code));
        if (row.state() != TicketState.OPENING || row.refund().round() != round) {
            return row;
        }
        Before before = row.refund().before();
        Actor actor = row.refund().by();
        boolean kept = before == Before.CLOSED && against(row);
        if (before != Before.NEW) {
            startClock(row, kept);
        }
        if (before == Before.SUPPORT) {
            row.refund().whole();
        }
        row.asked(made.id());
        records.plan(row);
        switch (before) {
            case NEW -> records.opened(row);
            case SUPPORT -> records.changed(row, actor, TicketType.SUPPORT, null);
            case CLOSED -> records.reopened(row, actor, kept);
            default -> throw new IllegalStateException("before " + before);
        }
        ends.follow(row, made.state(), null);
        return row;
    }
}
