package org.bottega.ticketing.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.api.RefundRequestWithdrawn;
import org.bottega.ticketing.CaseEvents;
import org.bottega.ticketing.ClosedWhy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The customer took his request back in sales. */
@Component(service = DomainEventListener.class)
public final class CloseWithdrawn extends Reaction<RefundRequestWithdrawn> {

    private final CaseEvents events;

    @Activate
    public CloseWithdrawn(@Reference CaseEvents events) {
        super("close-withdrawn", RefundRequestWithdrawn.class);
        this.events = events;
    }

    @Override
    public void on(RefundRequestWithdrawn event, Instant at) {
        events.ended(event.request(), ClosedWhy.WITHDRAWN);
    }
}
