package org.bottega.sales;

import java.util.List;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finding purchases (SAL-02, SAL-03, SAL-04, SAL-09). */
@Component(service = PurchaseList.class)
public final class PurchaseList {

    private final Platform platform;
    private final SalesStore store;

    @Activate
    public PurchaseList(@Reference Platform platform, @Reference SalesStore store) {
        this.platform = platform;
        this.store = store;
    }

    /** @throws Problem 404 {@code purchase-not-found} */
    public Purchase get(String transaction) {
        return platform.inUnit(() -> store.purchases()
                .find(transaction)
                .orElseThrow(() -> Problem.notFound("purchase", transaction))
                .purchase());
    }

    /** One page, newest first. */
    public Page<Purchase> list(PurchaseFilter filter, PageRequest request) {
        return platform.inUnit(() -> store.purchases().list(filter, request).map(PurchaseRow::purchase));
    }

    /** What the purchases of the filter come to, per currency. */
    public List<Total> totals(PurchaseFilter filter) {
        return platform.inUnit(() -> store.purchases().totals(filter));
    }
}
