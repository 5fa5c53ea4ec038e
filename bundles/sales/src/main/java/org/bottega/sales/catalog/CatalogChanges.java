package org.bottega.sales.catalog;

import java.util.List;
import java.util.Map;
import org.bottega.api.Problem;
import org.bottega.sales.Offer;
import org.bottega.sales.Platform;
import org.bottega.sales.Product;
import org.bottega.sales.ProductKind;
import org.bottega.sales.RefundPolicy;
import org.bottega.sales.bundle.Bundles;
import org.bottega.sales.store.OfferRow;
import org.bottega.sales.store.ProductRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes of products and offers. They hold for future sales: a purchase keeps what it was sold with (D8). */
@Component(service = CatalogChanges.class)
public final class CatalogChanges {

    private final Platform platform;
    private final SalesStore store;
    private final Bundles bundles;

    @Activate
    public CatalogChanges(@Reference Platform platform, @Reference SalesStore store, @Reference Bundles bundles) {
        this.platform = platform;
        this.store = store;
        this.bundles = bundles;
    }

    /**
     * What a product is to be from now on, all of it.
     *
     * @param supportEmail null: the seller's own (SAL-13, ACC-20)
     * @param guaranteeDays null: as it is
     * @param refundPolicy null: as it is
     * @param contains of a bundle: null: as it is
     */
    public record Change(
            String name,
            String supportEmail,
            Integer guaranteeDays,
            RefundPolicy refundPolicy,
            List<String> contains) {}

    /**
     * Changes a product.
     *
     * @param version the one the caller has seen
     * @throws Problem 400 naming the field, {@code kind-fixed}; 404 {@code product-not-found}; 409 {@code product-changed}
     *     with member {@code version}
     */
    public Product change(String id, long version, Change to) {
        return platform.inUnit(() -> {
            ProductRow row = store.products().lock(id).orElseThrow(() -> Problem.notFound("product", id));
            Product was = row.product();
            if (was.version() != version) {
                throw Problem.conflict("product-changed", "it was changed meanwhile: look at it again")
                        .with("version", was.version());
            }
            Product product = new Product(
                    was.id(),
                    was.seller(),
                    to.name(),
                    to.supportEmail(),
                    to.refundPolicy() == null ? was.refundPolicy() : to.refundPolicy(),
                    to.guaranteeDays() == null ? was.guaranteeDays() : to.guaranteeDays(),
                    was.createdAt(),
                    to.contains() == null ? was.contents() : to.contains(),
                    was.archivedAt(),
                    version);
            checkContents(was, product);
            row.change(product);
            Product now = store.products().save(row);
            platform.journal().note("product.change", id, Map.of("from", was.toString(), "to", now.toString()));
            return now;
        });
    }

    private void checkContents(Product was, Product product) {
        if (product.kind() != was.kind()) {
            throw Problem.invalid(
                    "kind-fixed",
                    "contains",
                    was.kind() == ProductKind.BUNDLE ? "a bundle stays a bundle" : "a single product contains nothing");
        }
        if (!product.contents().equals(was.contents())) {
            bundles.check(product);
        }
    }

    /**
     * Takes a product off the shelf: no more sales, by none of its offers. What was bought stays within reach. Nothing
     * happens the second time.
     *
     * @throws Problem 404 {@code product-not-found}; 409 {@code product-in-bundle} with member {@code bundles}
     */
    public Product archiveProduct(String id) {
        return platform.inUnit(() -> {
            ProductRow row = store.products().lock(id).orElseThrow(() -> Problem.notFound("product", id));
            if (row.product().archivedAt() != null) {
                return row.product();
            }
            List<String> within = store.products().bundlesOf(row.product());
            if (!within.isEmpty()) {
                throw Problem.conflict("product-in-bundle", "it is sold with " + String.join(", ", within))
                        .with("bundles", within);
            }
            row.archive(platform.now());
            platform.journal().note("product.archive", id, Map.of());
            return store.products().save(row);
        });
    }

    /** Ends selling by an offer. Nothing happens the second time. 404 {@code offer-not-found}. */
    public Offer archiveOffer(String id) {
        return platform.inUnit(() -> {
            OfferRow row = store.offers().lock(id).orElseThrow(() -> Problem.notFound("offer", id));
            if (row.offer().archivedAt() == null) {
                row.archive(platform.now());
                platform.journal().note("offer.archive", id, Map.of());
            }
            return row.offer();
        });
    }
}
