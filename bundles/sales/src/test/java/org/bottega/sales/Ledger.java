package org.bottega.sales;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseApproved;
import org.bottega.sales.api.Purchases;

/** A module of somebody else's that keeps an entry for each purchase: filled when it is switched on, then by events. */
final class Ledger extends Rows implements BusinessModule, DomainEventListener<PurchaseApproved> {

    static final String ID = "ledger";

    private static final ModuleInfo INFO = new ModuleInfo(ID, "Ledger", "1.0.0", Set.of("sales"), Set.of());

    private final Purchases purchases;
    private Runnable meanwhile = () -> {};
    private int written;

    Ledger(Store store, Purchases purchases) {
        super(store);
        this.purchases = purchases;
    }

    /** Does this once, when the first page has been read. */
    void meanwhile(Runnable work) {
        meanwhile = work;
    }

    /** How often an entry was written, for whatever tenant. */
    int written() {
        return written;
    }

    @Override
    public ModuleInfo info() {
        return INFO;
    }

    @Override
    public void enable() {
        String cursor = null;
        do {
            Page<Purchase> page = purchases.list(PageRequest.of(2, cursor));
            Runnable now = meanwhile;
            meanwhile = () -> {};
            now.run();
            page.items().forEach(purchase -> enter(purchase.transaction()));
            cursor = page.next();
        } while (cursor != null);
    }

    @Override
    public void purge() {
        update("delete from ledger_entry where tenant_id = ?", tenant());
    }

    @Override
    public String id() {
        return "ledger.enter";
    }

    @Override
    public String module() {
        return ID;
    }

    @Override
    public Class<PurchaseApproved> type() {
        return PurchaseApproved.class;
    }

    @Override
    public void on(PurchaseApproved event, Instant at) {
        enter(event.transaction());
    }

    private void enter(String transaction) {
        if (query(
                        "select id from ledger_entry where tenant_id = ? and id = ?",
                        row -> row.string(1),
                        tenant(),
                        transaction)
                .isEmpty()) {
            written++;
            update("insert into ledger_entry (tenant_id, id) values (?, ?)", tenant(), transaction);
        }
    }

    /** In the open unit of work. */
    List<String> entries() {
        return query("select id from ledger_entry where tenant_id = ? order by id", row -> row.string(1), tenant());
    }
}
