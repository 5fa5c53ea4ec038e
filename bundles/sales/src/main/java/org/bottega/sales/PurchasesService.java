package org.bottega.sales;

import java.util.Locale;
import java.util.Optional;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.Purchases;
import org.bottega.sales.refund.Refunds;
import org.bottega.sales.store.CustomerRow;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What other modules may ask of sales. */
@Component(service = Purchases.class)
public final class PurchasesService implements Purchases {

    private final Platform platform;
    private final SalesStore store;
    private final Refunds refunds;

    @Activate
    public PurchasesService(@Reference Platform platform, @Reference SalesStore store, @Reference Refunds refunds) {
        this.platform = platform;
        this.store = store;
        this.refunds = refunds;
    }

    @Override
    public Optional<Purchase> find(String transaction) {
        return platform.inUnit(() -> store.purchases().find(transaction).map(PurchaseRow::purchase));
    }

    @Override
    public Page<Purchase> list(PageRequest request) {
        return platform.inUnit(() -> store.purchases().all(request).map(PurchaseRow::purchase));
    }

    @Override
    public Optional<Locale> language(String transaction) {
        return platform.inUnit(() -> store.purchases()
                .find(transaction)
                .flatMap(row -> store.buyers().find(row.purchase().buyer().id()))
                .map(CustomerRow::locale));
    }

    @Override
    public Purchase refund(String key, String transaction, String reason) {
        return refunds.refund(key, transaction, reason);
    }
}
