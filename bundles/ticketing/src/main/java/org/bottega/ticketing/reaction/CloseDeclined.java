package org.bottega.ticketing.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.api.RefundRequestDeclined;
import org.bottega.ticketing.CaseEvents;
import org.bottega.ticketing.ClosedWhy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The request was declined in sales. */
@Component(service = DomainEventListener.class)
public final class CloseDeclined extends Reaction<RefundRequestDeclined> {

    private final CaseEvents events;

    @Activate
    public CloseDeclined(@Reference CaseEvents events) {
        super("close-declined", RefundRequestDeclined.class);
        this.events = events;
    }

    @Override
    public void on(RefundRequestDeclined event, Instant at) {
        events.ended(event.request(), ClosedWhy.DECLINED);
    }
}
