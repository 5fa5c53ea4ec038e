package org.bottega.ticketing.reaction;

import org.bottega.api.spi.DueWork;
import org.bottega.ticketing.Processing;
import org.bottega.ticketing.TicketingModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tickets whose time has come: refunds are made, warnings go out, silent ones are closed. */
@Component(service = DueWork.class)
public final class DueTickets implements DueWork {

    private final Processing processing;

    @Activate
    public DueTickets(@Reference Processing processing) {
        this.processing = processing;
    }

    @Override
    public String id() {
        return "ticketing.tickets";
    }

    @Override
    public String module() {
        return TicketingModule.ID;
    }

    @Override
    public String table() {
        return "ticketing_ticket";
    }

    @Override
    public boolean inUnitOfWork() {
        return false;
    }

    @Override
    public void process(String id) {
        processing.look(id);
    }
}
