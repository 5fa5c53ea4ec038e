package org.bottega.ticketing.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.api.PurchaseRefunded;
import org.bottega.ticketing.CaseEvents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The money went back, by the ticket (TKT-24) or another way. */
@Component(service = DomainEventListener.class)
public final class CloseRefunded extends Reaction<PurchaseRefunded> {

    private final CaseEvents events;

    @Activate
    public CloseRefunded(@Reference CaseEvents events) {
        super("close-refunded", PurchaseRefunded.class);
        this.events = events;
    }

    @Override
    public void on(PurchaseRefunded event, Instant at) {
        events.moved(event.transaction(), event.whole());
    }
}
