package org.bottega.sales.refund;

import java.util.List;
import java.util.Optional;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.sales.Product;
import org.bottega.sales.bundle.Item;
import org.bottega.sales.refund.Preview.Lost;
import org.bottega.sales.store.AccessRow;
import org.bottega.sales.store.ProductRow;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The products that were bought, as far as a refund concerns them. */
@Component(service = RefundGoods.class)
public final class RefundGoods {

    private final SalesStore store;

    @Activate
    public RefundGoods(@Reference SalesStore store) {
        this.store = store;
    }

    /** What the buyer could no longer reach if all were given back. */
    List<Lost> lost(PurchaseRow purchase) {
        return store.accesses().of(purchase.id()).stream()
                .filter(AccessRow::isGranted)
                .map(access -> new Lost(access.productId(), name(access.productId())))
                .toList();
    }

    private String name(String product) {
        return store.products()
                .find(product)
                .map(ProductRow::product)
                .map(Product::name)
                .orElse(null);
    }

    /** The price of which a percentage is taken. What was not bought is added to the refusals. */
    Money priceOf(PurchaseRow purchase, String product, List<Problem> against) {
        if (product != null && !products(purchase).contains(product)) {
            against.add(Problem.notFound("product", product));
        }
        return purchase.purchase().price();
    }

    /** On an order of several products a part must name the one it is for (D18). */
    Optional<Problem> named(PurchaseRow purchase, String product) {
        List<String> products = products(purchase);
        return product == null && products.size() > 1
                ? Optional.of(Problem.invalid("product-missing", "product", "one of " + products))
                : Optional.empty();
    }

    private List<String> products(PurchaseRow purchase) {
        return store.items().bought(purchase.purchase()).stream()
                .map(Item::product)
                .toList();
    }
}
