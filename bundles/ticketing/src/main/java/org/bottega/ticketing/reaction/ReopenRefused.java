package org.bottega.ticketing.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.api.RefundRefused;
import org.bottega.ticketing.CaseEvents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The gateway refused: the ticket is open again. */
@Component(service = DomainEventListener.class)
public final class ReopenRefused extends Reaction<RefundRefused> {

    private final CaseEvents events;

    @Activate
    public ReopenRefused(@Reference CaseEvents events) {
        super("reopen-refused", RefundRefused.class);
        this.events = events;
    }

    @Override
    public void on(RefundRefused event, Instant at) {
        events.moved(event.transaction(), false);
    }
}
