package org.bottega.ticketing.store;

import java.util.List;
import java.util.Optional;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Order;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;
import org.bottega.ticketing.TicketFilter;
import org.bottega.ticketing.TicketFilter.Sort;
import org.bottega.ticketing.TicketState;

/** Tickets. */
public final class TicketRepository extends Repository<TicketRow> {

    private static final Order<TicketRow> DUE_FIRST =
            Order.ascending("due.queue", row -> row.due().queue());
    private static final Order<TicketRow> NEWEST_FIRST =
            Order.descending("opening.at", row -> row.opening().at());
    private static final int MOST_OF_ONE = 500;

    TicketRepository(Store store) {
        super(store, TicketRow.class);
    }

    @Override
    public TicketRow add(TicketRow row) {
        super.add(row);
        flush();
        return row;
    }

    /** Writes what was changed, so that another may take its place. */
    public void write() {
        flush();
    }

    /** The one that asks for this purchase's money (D26). */
    public Optional<TicketRow> openFor(String purchase) {
        return one(Where.of("e.openFor = ?", purchase));
    }

    /** The one that was opened by this command. */
    public Optional<TicketRow> byKey(String key) {
        return one(Where.of("e.opening.key = ?", key));
    }

    /** The one that this refund request is kept for. */
    public Optional<TicketRow> byCase(String request) {
        return one(Where.of("e.refund.id = ?", request));
    }

    /** All of a purchase. */
    public List<TicketRow> of(String purchase) {
        return list(Where.of("e.subject.purchase = ?", purchase), "", MOST_OF_ONE);
    }

    /** Open ones of a seller, or of all, after this one, ordered by id. */
    public List<TicketRow> open(String seller, String after, int most) {
        Where where = Where.all()
                .andIf(seller, "e.sellerId = ?")
                .and("e.state = ?", TicketState.OPEN)
                .and("e.id > ?", after);
        return list(where, "e.id asc", most);
    }

    /** One page. */
    public Page<TicketRow> list(TicketFilter filter, Sort sort, PageRequest request) {
        Where where = Where.all()
                .andIf(filter.transaction(), "e.subject.purchase = ?")
                .andIf(filter.buyerEmail(), "e.buyerEmail = ?")
                .andIf(filter.product(), "e.subject.product = ?")
                .andIf(filter.seller(), "e.sellerId = ?")
                .andIf(filter.states(), "e.state in ?")
                .andIf(filter.types(), "e.subject.type in ?")
                .andIf(filter.openedBefore(), "e.opening.at < ?")
                .andIf(filter.dueBefore(), "e.due.queue < ?");
        return page(where, sort == Sort.DUE ? DUE_FIRST : NEWEST_FIRST, request);
    }
}
