package org.bottega.sales.store;

import java.util.List;
import java.util.Locale;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Order;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;
import org.bottega.sales.Product;
import org.bottega.sales.ProductKind;

/** Products. */
public final class ProductRepository extends Repository<ProductRow> {
    private static final Order<ProductRow> BY_NAME = Order.ascending("nameKey", ProductRow::nameKey);

    ProductRepository(Store store) {
        super(store, ProductRow.class);
    }

    /** Adds, or writes a change, at once: its version is known then, and others refer to it. */
    public Product save(ProductRow row) {
        if (row.product().version() == 0) {
            super.add(row);
        }
        flush();
        return row.product();
    }

    /** Ids of bundles on the shelf that contain this product. */
    public List<String> bundlesOf(Product product) {
        Where where = Where.of("e.sellerId = ?", product.seller())
                .and("e.kind = ?", ProductKind.BUNDLE)
                .and("e.archivedAt is null")
                .and("e.contents like ?", "%" + product.id() + "%");
        return list(where, "e.id asc", Product.MOST).stream()
                .map(ProductRow::id)
                .toList();
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
