package org.bottega.sales.refund.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.api.Purchase.Buyer;
import org.bottega.sales.api.PurchaseBuyerChanged;
import org.bottega.sales.refund.store.RefundTables;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A purchase belongs to another buyer: so do the refund requests for it. */
@Component(service = DomainEventListener.class)
public final class FollowBuyer extends Reaction<PurchaseBuyerChanged> {

    private final SalesStore store;
    private final RefundTables tables;

    @Activate
    public FollowBuyer(@Reference SalesStore store, @Reference RefundTables tables) {
        super("refund-requests-follow", PurchaseBuyerChanged.class);
        this.store = store;
        this.tables = tables;
    }

    @Override
    public void on(PurchaseBuyerChanged event, Instant at) {
        store.purchases().lock(event.transaction()).ifPresent(row -> {
            Buyer buyer = row.purchase().buyer();
            tables.requests().of(row.id()).forEach(request -> request.belongsTo(buyer.id(), buyer.email()));
        });
    }
}
