package org.bottega.ticketing.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.api.RefundRequested;
import org.bottega.ticketing.CaseEvents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A refund was asked for in sales: it has a ticket too (TKT-05). */
@Component(service = DomainEventListener.class)
public final class TicketRequested extends Reaction<RefundRequested> {

    private final CaseEvents events;

    @Activate
    public TicketRequested(@Reference CaseEvents events) {
        super("ticket-requested", RefundRequested.class);
        this.events = events;
    }

    @Override
    public void on(RefundRequested event, Instant at) {
        events.requested(event.request());
    }
}
