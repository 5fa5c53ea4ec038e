package org.bottega.sales;

import java.util.List;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.search.Search;
import org.bottega.sales.search.Searcher;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finding purchases (SAL-02, SAL-03, SAL-04, SAL-09). */
@Component(service = PurchaseList.class)
public final class PurchaseList {

    private final Platform platform;
    private final SalesStore store;
    private final Searcher searcher;

    @Activate
    public PurchaseList(@Reference Platform platform, @Reference SalesStore store, @Reference Searcher searcher) {
        this.platform = platform;
        this.store = store;
        this.searcher = searcher;
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
        return list(Search.of(filter), request);
    }

    /**
     * One page.
     *
     * @throws Problem 403 {@code permission-missing} when asked by tax id without {@link SalesModule#TAX}
     */
    public Page<Purchase> list(Search search, PageRequest request) {
        checkTaxId(search);
        return platform.inUnit(() -> searcher.page(search, request));
    }

    /** What the purchases of the filter come to, per currency. */
    public List<Total> totals(PurchaseFilter filter) {
        return totals(Search.of(filter));
    }

    /** What the purchases found come to, per currency. Refuses as {@link #list(Search, PageRequest)}. */
    public List<Total> totals(Search search) {
        checkTaxId(search);
        return platform.inUnit(() -> searcher.totals(search));
    }

    private void checkTaxId(Search search) {
        if (search.details().taxId() != null && !platform.caller().may(SalesModule.TAX)) {
            throw new Problem(
                            Problem.Kind.FORBIDDEN, "permission-missing", "finding by tax id needs " + SalesModule.TAX)
                    .with("permission", SalesModule.TAX);
        }
    }
}
