package org.bottega.sales.reaction;

import java.util.Map;
import org.bottega.api.spi.DueWork;
import org.bottega.sales.Platform;
import org.bottega.sales.SalesModule;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseCompleted;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The guarantee of an approved purchase elapses, so many times 24 hours after it was bought: it is complete. */
@Component(service = DueWork.class)
public final class EndGuarantees implements DueWork {

    private final Platform platform;
    private final SalesStore store;

    @Activate
    public EndGuarantees(@Reference Platform platform, @Reference SalesStore store) {
        this.platform = platform;
        this.store = store;
    }

    @Override
    public String id() {
        return "sales.end-guarantees";
    }

    @Override
    public String module() {
        return SalesModule.ID;
    }

    @Override
    public String table() {
        return "sales_purchase";
    }

    @Override
    public void process(String id) {
        store.purchases().lock(id).filter(row -> row.isDue(platform.now())).ifPresent(this::complete);
    }

    private void complete(PurchaseRow row) {
        row.become(PurchaseStatus.COMPLETE);
        Purchase p = row.purchase();
        platform.journal()
                .tell(
                        "purchase.complete",
                        new PurchaseCompleted(
                                p.transaction(),
                                p.seller(),
                                p.product(),
                                p.buyer().id()),
                        Map.of());
    }
}
