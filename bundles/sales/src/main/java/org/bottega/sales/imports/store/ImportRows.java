package org.bottega.sales.imports.store;

import java.time.Instant;
import java.util.List;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Order;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;
import org.bottega.sales.imports.ImportPlan;
import org.bottega.sales.imports.ImportState;

/** The imports of the current tenant. */
public final class ImportRows extends Repository<ImportRow> {

    private static final Order<ImportRow> NEWEST = Order.descending("createdAt", ImportRow::createdAt);
    private static final List<ImportState> OPEN = List.of(ImportState.QUEUED, ImportState.RUNNING);

    ImportRows(Store store) {
        super(store, ImportRow.class);
    }

    /** A new one; it is written at once, so that the file's chunks can refer to it. */
    public ImportRow create(String id, ImportPlan plan, int headerLines, Instant now) {
        ImportRow row = add(new ImportRow(tenant(), id, plan, headerLines, now));
        flush();
        return row;
    }

    /** Newest first. */
    public Page<ImportRow> newest(PageRequest request) {
        return page(Where.all(), NEWEST, request);
    }

    /** How many have not ended. */
    public long open() {
        return count(Where.of("e.state in ?", OPEN));
    }

    /** Whether another one than {@code id} is being worked on at {@code now}. */
    public boolean isBusy(String id, Instant now) {
        return count(Where.of("e.state = ?", ImportState.RUNNING)
                        .and("e.id <> ?", id)
                        .and("e.worker is not null")
                        .and("e.dueAt > ?", now))
                > 0;
    }
}
