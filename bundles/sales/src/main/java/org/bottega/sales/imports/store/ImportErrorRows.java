package org.bottega.sales.imports.store;

import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Order;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** The lines that were not imported. */
public final class ImportErrorRows extends Repository<ImportErrorRow> {

    private static final Order<ImportErrorRow> BY_LINE = Order.ascending("line", ImportErrorRow::line);

    ImportErrorRows(Store store) {
        super(store, ImportErrorRow.class);
    }

    /** Of one import, as the file has them. */
    public Page<ImportErrorRow> of(String id, PageRequest request) {
        return page(Where.of("e.importId = ?", id), BY_LINE, request);
    }
}
