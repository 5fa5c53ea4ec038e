package org.bottega.sales.store;

import java.util.Locale;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Order;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** Products. */
public final class ProductRepository extends Repository<ProductRow> {
    private static final Order<ProductRow> BY_NAME = Order.ascending("nameKey", ProductRow::nameKey);

    ProductRepository(Store store) {
        super(store, ProductRow.class);
    }

    /** By name. Both filters may be null; the name counts from its beginning, whatever its case. */
    public Page<ProductRow> list(String seller, String name, PageRequest request) {
        String prefix = name == null ? null : name.toLowerCase(Locale.ROOT);
        Where where = Where.all()
                .andIf(seller, "e.sellerId = ?")
                .andIf(prefix, "e.nameKey >= ?")
                .andIf(prefix == null ? null : prefix + Prefix.END, "e.nameKey < ?");
        return page(where, BY_NAME, request);
    }
}
