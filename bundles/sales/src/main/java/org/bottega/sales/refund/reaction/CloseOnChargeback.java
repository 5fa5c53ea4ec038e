package org.bottega.sales.refund.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.api.PurchaseChargedBack;
import org.bottega.sales.refund.RequestEnds;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The bank took the money back: a refund request comes to nothing. */
@Component(service = DomainEventListener.class)
public final class CloseOnChargeback extends Reaction<PurchaseChargedBack> {

    private final SalesStore store;
    private final RequestEnds ends;

    @Activate
    public CloseOnChargeback(@Reference SalesStore store, @Reference RequestEnds ends) {
        super("close-on-chargeback", PurchaseChargedBack.class);
        this.store = store;
        this.ends = ends;
    }

    @Override
    public void on(PurchaseChargedBack event, Instant at) {
        store.purchases().lock(event.transaction()).ifPresent(purchase -> ends.contested(purchase, "CHARGEBACK"));
    }
}
