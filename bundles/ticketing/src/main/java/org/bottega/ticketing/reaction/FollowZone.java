package org.bottega.ticketing.reaction;

import java.time.Instant;
import org.bottega.api.SellerChanged;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.ticketing.Recounts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A seller has another zone: the tickets are due at other times (D17). */
@Component(service = DomainEventListener.class)
public final class FollowZone extends Reaction<SellerChanged> {

    private final Recounts recounts;

    @Activate
    public FollowZone(@Reference Recounts recounts) {
        super("follow-zone", SellerChanged.class);
        this.recounts = recounts;
    }

    @Override
    public void on(SellerChanged event, Instant at) {
        if (!event.zone().equals(event.zoneBefore())) {
            recounts.begin(event.seller(), "zone " + event.zone());
        }
    }
}
