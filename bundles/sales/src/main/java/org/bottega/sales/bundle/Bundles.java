package org.bottega.sales.bundle;

import org.bottega.api.Problem;
import org.bottega.sales.Platform;
import org.bottega.sales.Product;
import org.bottega.sales.ProductKind;
import org.bottega.sales.bundle.store.ItemRow;
import org.bottega.sales.store.ProductRow;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Products that contain others (SAL-08, MEM-06). All methods need an open unit of work. */
@Component(service = Bundles.class)
public final class Bundles {

    private final Platform platform;
    private final SalesStore store;

    @Activate
    public Bundles(@Reference Platform platform, @Reference SalesStore store) {
        this.platform = platform;
        this.store = store;
    }

    /**
     * Checks what a bundle is to contain: products of its own seller that are on the shelf, and no bundles.
     *
     * @throws Problem 400 {@code bundle-product-unknown}, {@code bundle-in-bundle}, {@code bundle-product-archived},
     *     naming the place
     */
    public void check(Product bundle) {
        for (int i = 0; i < bundle.contents().size(); i++) {
            String id = bundle.contents().get(i);
            String field = "contains[" + i + "]";
            Product product = store.products()
                    .find(id)
                    .map(ProductRow::product)
                    .filter(p -> p.seller().equals(bundle.seller()))
                    .orElseThrow(
                            () -> Problem.invalid("bundle-product-unknown", field, "a product of the same seller"));
            if (product.kind() == ProductKind.BUNDLE) {
                throw Problem.invalid("bundle-in-bundle", field, "a bundle contains no bundles");
            }
            if (product.archivedAt() != null) {
                throw Problem.invalid("bundle-product-archived", field, "a product that is still sold");
            }
        }
    }

    /** Copies onto a purchase what the bundle contains now; nothing for a single product. */
    public void copy(Product product, PurchaseRow purchase) {
        int place = 0;
        for (String id : product.contents()) {
            place++;
            Product contained = store.products().find(id).orElseThrow().product();
            store.items().add(new ItemRow(purchase, platform.ids().next(), place, new Item(id, contained.name())));
        }
    }
}
