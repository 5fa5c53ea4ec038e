package org.bottega.sales.store;

import org.bottega.persistence.Store;
import org.bottega.sales.bundle.store.ItemRepository;
import org.bottega.sales.refund.store.KeeperRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The repositories of sales. */
@Component(service = SalesStore.class)
public final class SalesStore {

    private final ProductRepository products;
    private final OfferRepository offers;
    private final BuyerRepository buyers;
    private final PurchaseRepository purchases;
    private final PaymentRepository payments;
    private final RefundRepository refunds;
    private final AccessRepository accesses;
    private final ItemRepository items;
    private final KeeperRows keepers;

    @Activate
    public SalesStore(@Reference(target = "(unit=sales)") Store store) {
        products = new ProductRepository(store);
        offers = new OfferRepository(store);
        buyers = new BuyerRepository(store);
        purchases = new PurchaseRepository(store);
        payments = new PaymentRepository(store);
        refunds = new RefundRepository(store);
        accesses = new AccessRepository(store);
        items = new ItemRepository(store);
        keepers = new KeeperRows(store);
    }

    public ProductRepository products() {
        return products;
    }

    public OfferRepository offers() {
        return offers;
    }

    public BuyerRepository buyers() {
        return buyers;
    }

    public PurchaseRepository purchases() {
        return purchases;
    }

    public PaymentRepository payments() {
        return payments;
    }

    public RefundRepository refunds() {
        return refunds;
    }

    public AccessRepository accesses() {
        return accesses;
    }

    public ItemRepository items() {
        return items;
    }

    /** Who keeps refund requests. */
    public KeeperRows keepers() {
        return keepers;
    }
}
