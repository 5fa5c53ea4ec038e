package org.bottega.sales.bundle.store;

import java.util.List;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;
import org.bottega.sales.Product;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.bundle.Item;

/** What purchases of bundles contain. */
public final class ItemRepository extends Repository<ItemRow> {

    public ItemRepository(Store store) {
        super(store, ItemRow.class);
    }

    /** What a purchase contains, in the bundle's order; empty when it is of a single product. */
    public List<Item> of(String purchase) {
        return list(Where.of("e.purchaseId = ?", purchase), "e.place asc", Product.MOST).stream()
                .map(ItemRow::item)
                .toList();
    }

    /** What was bought, each product singly: what the bundle contained when it was sold, or the one product. */
    public List<Item> bought(Purchase purchase) {
        List<Item> items = of(purchase.transaction());
        if (!items.isEmpty() || purchase.product() == null) {
            return items;
        }
        return List.of(new Item(purchase.product(), purchase.productName()));
    }
}
