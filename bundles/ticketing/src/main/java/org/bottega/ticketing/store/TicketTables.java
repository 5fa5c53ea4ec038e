package org.bottega.ticketing.store;

import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tables of ticketing. */
@Component(service = TicketTables.class)
public final class TicketTables {

    private final TicketRepository tickets;
    private final CommentRows comments;
    private final HistoryRows history;
    private final RecountRows recounts;

    @Activate
    public TicketTables(@Reference(target = "(unit=ticketing)") Store store) {
        tickets = new TicketRepository(store);
        comments = new CommentRows(store);
        history = new HistoryRows(store);
        recounts = new RecountRows(store);
    }

    public TicketRepository tickets() {
        return tickets;
    }

    public CommentRows comments() {
        return comments;
    }

    public HistoryRows history() {
        return history;
    }

    public RecountRows recounts() {
        return recounts;
    }
}
