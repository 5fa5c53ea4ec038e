package org.bottega.ticketing.reaction;

import java.time.Instant;
import org.bottega.api.PolicyChanged;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.ticketing.Recounts;
import org.bottega.ticketing.deadline.DeadlinePolicy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tenant has other deadlines: the tickets are due at other times (D17). */
@Component(service = DomainEventListener.class)
public final class FollowPolicy extends Reaction<PolicyChanged> {

    private final Recounts recounts;

    @Activate
    public FollowPolicy(@Reference Recounts recounts) {
        super("follow-policy", PolicyChanged.class);
        this.recounts = recounts;
    }

    @Override
    public void on(PolicyChanged event, Instant at) {
        if (event.policy().equals(DeadlinePolicy.TYPE.id())) {
            recounts.begin(null, "deadlines, version " + event.version());
        }
    }
}
