package org.bottega.ticketing;

import java.time.Duration;
import java.time.Instant;
import org.bottega.sales.api.RefundCase;
import org.bottega.ticketing.HistoryEntry.What;
import org.bottega.ticketing.store.TicketRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What becomes of a ticket when its refund request in sales goes on. In the open unit of work. */
@Component(service = CaseEnds.class)
public final class CaseEnds {

    /** Asked again that long after a refusal, and twice as long after each further one. */
    private static final Duration AGAIN = Duration.ofHours(1);

    /** Refusals after which people must see to it. */
    private static final int MOST = 5;

    /** How long an answer of the gateway is waited for until sales is asked. */
    private static final Duration ANSWER = Duration.ofHours(1);

    private final Platform platform;
    private final Records records;

    @Activate
    public CaseEnds(@Reference Platform platform, @Reference Records records) {
        this.platform = platform;
        this.records = records;
    }

    /**
     * The ticket follows its request.
     *
     * @param why code of a refusal of the gateway, or null
     */
    void follow(TicketRow row, RefundCase.State state, String why) {
        if (row.state() == TicketState.CLOSED) {
            return;
        }
        switch (state) {
            case GRANTED -> processed(row);
            case GRANTING -> {
                if (row.state() == TicketState.OPEN) {
                    row.process();
                }
                row.due().next(NextStep.PROCESS, platform.now().plus(ANSWER));
            }
            case OPEN -> refused(row, why == null ? "refund-refused" : why);
            case ENDED -> closed(row, ClosedWhy.ENDED);
            default -> throw new IllegalStateException("request is " + state);
        }
    }

    /** The money is back (TKT-24). */
    private void processed(TicketRow row) {
        row.close(Actor.SYSTEM, ClosedWhy.PROCESSED, platform.now());
        records.processed(row);
    }

    /** It ended otherwise. */
    void closed(TicketRow row, ClosedWhy why) {
        if (row.state() == TicketState.CLOSED) {
            return;
        }
        Actor actor =
                switch (why) {
                    case WITHDRAWN -> Actor.CUSTOMER;
                    case DECLINED -> Actor.SELLER;
                    case ASKED, SILENCE, PROCESSED, CONTESTED, REFUNDED, ENDED -> Actor.SYSTEM;
                };
        row.end().agreed(null);
        row.close(actor, why, platform.now());
        records.closed(row, actor, why, null);
    }

    /** No money moved: the ticket is open again, for all to see, and tried again ever more rarely. */
    private void refused(TicketRow row, String why) {
        if (row.state() != TicketState.PROCESSING) {
            return;
        }
        int before = row.refund().refusals();
        Instant again = before + 1 < MOST ? platform.now().plus(AGAIN.multipliedBy(1L << before)) : null;
        row.refused(why, again);
        records.line(row, What.REFUSED, Actor.SYSTEM, why + (again == null ? "" : ", again " + again));
    }
}
