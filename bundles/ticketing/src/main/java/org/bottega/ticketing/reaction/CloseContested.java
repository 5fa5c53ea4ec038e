package org.bottega.ticketing.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.api.RefundRequestClosed;
import org.bottega.ticketing.CaseEvents;
import org.bottega.ticketing.ClosedWhy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The bank has the case. */
@Component(service = DomainEventListener.class)
public final class CloseContested extends Reaction<RefundRequestClosed> {

    private final CaseEvents events;

    @Activate
    public CloseContested(@Reference CaseEvents events) {
        super("close-contested", RefundRequestClosed.class);
        this.events = events;
    }

    @Override
    public void on(RefundRequestClosed event, Instant at) {
        events.ended(event.request(), ClosedWhy.CONTESTED);
    }
}
