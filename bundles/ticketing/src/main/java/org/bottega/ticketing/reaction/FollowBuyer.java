package org.bottega.ticketing.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.api.PurchaseBuyerChanged;
import org.bottega.ticketing.CaseEvents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A purchase belongs to another buyer: so do its tickets. */
@Component(service = DomainEventListener.class)
public final class FollowBuyer extends Reaction<PurchaseBuyerChanged> {

    private final CaseEvents events;

    @Activate
    public FollowBuyer(@Reference CaseEvents events) {
        super("follow-buyer", PurchaseBuyerChanged.class);
        this.events = events;
    }

    @Override
    public void on(PurchaseBuyerChanged event, Instant at) {
        events.belongsToAnother(event.transaction());
    }
}
