package org.bottega.sales.refund.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.api.PaymentDisputed;
import org.bottega.sales.refund.RequestEnds;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The payment is contested at the bank, which decides now: a refund request comes to nothing. */
@Component(service = DomainEventListener.class)
public final class CloseOnDispute extends Reaction<PaymentDisputed> {

    private final SalesStore store;
    private final RequestEnds ends;

    @Activate
    public CloseOnDispute(@Reference SalesStore store, @Reference RequestEnds ends) {
        super("close-on-dispute", PaymentDisputed.class);
        this.store = store;
        this.ends = ends;
    }

    @Override
    public void on(PaymentDisputed event, Instant at) {
        store.purchases()
                .lock(event.transaction())
                .ifPresent(purchase -> ends.contested(purchase, RequestEnds.DISPUTE));
    }
}
