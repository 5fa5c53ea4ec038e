package org.bottega.ticketing;

import java.util.Optional;
import org.bottega.ticketing.api.Ticket;
import org.bottega.ticketing.api.Tickets;
import org.bottega.ticketing.store.TicketRow;
import org.bottega.ticketing.store.TicketTables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tickets for other modules. */
@Component(service = Tickets.class)
public final class TicketsService implements Tickets {

    private final Platform platform;
    private final TicketTables tables;

    @Activate
    public TicketsService(@Reference Platform platform, @Reference TicketTables tables) {
        this.platform = platform;
        this.tables = tables;
    }

    @Override
    public Optional<Ticket> find(String code) {
        return platform.inUnit(() -> tables.tickets().find(code).map(TicketsService::ticket));
    }

    private static Ticket ticket(TicketRow row) {
        return new Ticket(
                row.id(),
                row.type().name(),
                row.state().name(),
                row.sellerId(),
                row.subject().purchase(),
                row.subject().product(),
                row.subject().buyer(),
                row.subject().reason(),
                row.opening().by().name(),
                row.opening().at(),
                row.due().at());
    }
}
