package org.bottega.sales.catalog;

import org.bottega.api.Problem;
import org.bottega.sales.Offer;
import org.bottega.sales.Product;
import org.bottega.sales.bundle.Bundles;
import org.bottega.sales.coupon.CouponUses;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What can be bought now, and what of it goes onto the purchase. All methods need an open unit of work. */
@Component(service = Shelf.class)
public final class Shelf {

    private final SalesStore store;
    private final Bundles bundles;
    private final CouponUses coupons;

    @Activate
    public Shelf(@Reference SalesStore store, @Reference Bundles bundles, @Reference CouponUses coupons) {
        this.store = store;
        this.bundles = bundles;
        this.coupons = coupons;
    }

    /** An offer and its product. */
    public record Sellable(Offer offer, Product product) {}

    /**
     * What is to be sold.
     *
     * @throws Problem 404 {@code offer-not-found}; 409 {@code offer-archived}, {@code product-archived}
     */
    public Sellable pick(String offerCode) {
        Offer offer = store.offers()
                .find(offerCode)
                .orElseThrow(() -> Problem.notFound("offer", offerCode))
                .offer();
        if (offer.archivedAt() != null) {
            throw Problem.conflict("offer-archived", "nothing is sold by this offer any more");
        }
        Product product = store.products().find(offer.product()).orElseThrow().product();
        if (product.archivedAt() != null) {
            throw Problem.conflict("product-archived", "this product is not sold any more");
        }
        return new Sellable(offer, product);
    }

    /** Applies the coupon, if there is one, to a purchase that is being made. */
    public void reduce(PurchaseRow purchase, Sellable chosen, String coupon) {
        if (coupon != null) {
            coupons.take(purchase, chosen.offer(), coupon);
        }
    }

    /** Copies onto the purchase what the bundle contains now. */
    public void copyContents(PurchaseRow purchase, Sellable chosen) {
        bundles.copy(chosen.product(), purchase);
    }
}
