package org.bottega.sales;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bottega.api.Money;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.Sellers;
import org.bottega.api.platform.Modules;
import org.bottega.sales.bundle.Bundles;
import org.bottega.sales.store.OfferRow;
import org.bottega.sales.store.ProductRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Products and their offers. */
@Component(service = Catalog.class)
public final class Catalog {

    /** The module whose being on makes TICKET the default policy of new products (D8). */
    private static final String TICKETING = "ticketing";

    private static final Duration LONGEST_PREORDER = Duration.ofDays(365);

    private final Platform platform;
    private final SalesStore store;
    private final Sellers sellers;
    private final Modules modules;
    private final Bundles bundles;

    @Activate
    public Catalog(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference Sellers sellers,
            @Reference Modules modules,
            @Reference Bundles bundles) {
        this.platform = platform;
        this.store = store;
        this.sellers = sellers;
        this.modules = modules;
        this.bundles = bundles;
    }

    /**
     * A product to be registered; null stands for the default.
     *
     * @param seller may be left out by a caller confined to one
     * @param guaranteeDays default {@link Product#DEFAULT_GUARANTEE}
     * @param refundPolicy default by D8
     * @param contains ids of the products of a bundle; null or empty: a single product
     */
    public record NewProduct(
            String seller,
            String name,
            String supportEmail,
            Integer guaranteeDays,
            RefundPolicy refundPolicy,
            List<String> contains) {

        /** A single product. */
        public NewProduct(
                String seller, String name, String supportEmail, Integer guaranteeDays, RefundPolicy refundPolicy) {
            this(seller, name, supportEmail, guaranteeDays, refundPolicy, null);
        }
    }

    /**
     * Registers a product (SAL-13), or a bundle of products (SAL-08).
     *
     * @throws Problem 400 naming the field, or as {@link Bundles#check} says; 404 {@code seller-not-found}
     */
    public Product add(NewProduct wanted) {
        return platform.inUnit(() -> {
            Product product = new Product(
                    platform.ids().code("PR"),
                    seller(wanted.seller()),
                    wanted.name(),
                    wanted.supportEmail(),
                    wanted.refundPolicy() == null ? defaultPolicy() : wanted.refundPolicy(),
                    wanted.guaranteeDays() == null ? Product.DEFAULT_GUARANTEE : wanted.guaranteeDays(),
                    platform.now(),
                    wanted.contains(),
                    null,
                    0);
            bundles.check(product);
            Product added = store.products().save(new ProductRow(platform.tenant(), product));
            platform.journal()
                    .note("product.add", product.id(), Map.of("seller", product.seller(), "name", product.name()));
            return added;
        });
    }

    private String seller(String wanted) {
        String seller = wanted == null ? platform.caller().seller() : Check.text("seller", wanted, 30);
        if (seller == null) {
            throw Problem.invalid("field-missing", "seller", "the id of a seller is expected");
        }
        return sellers.find(seller)
                .orElseThrow(() -> Problem.notFound("seller", seller))
                .id();
    }

    private RefundPolicy defaultPolicy() {
        return modules.isOn(platform.tenant(), TICKETING) ? RefundPolicy.TICKET : RefundPolicy.GUARANTEE;
    }

    /** @throws Problem 404 {@code product-not-found} */
    public Product product(String id) {
        return platform.inUnit(() -> store.products()
                .find(id)
                .orElseThrow(() -> Problem.notFound("product", id))
                .product());
    }

    /** Products by name; both filters may be null. {@code name} is the beginning of the name. */
    public Page<Product> products(String seller, String name, PageRequest request) {
        return platform.inUnit(
                () -> store.products().list(seller, name, request).map(ProductRow::product));
    }

    /**
     * Adds an offer of a product.
     *
     * @param name for the seller, or null
     * @throws Problem 400 {@code price-not-positive}, {@code currency-unknown}, {@code amount-too-large}; 404 {@code
     *     product-not-found}; 409 {@code product-archived}
     */
    public Offer addOffer(String product, String name, Money price) {
        return addOffer(product, name, price, null);
    }

    /**
     * The same for what is delivered, and charged, later: {@code releaseAt} is in the future, at most a year away.
     *
     * @throws Problem as above, and 400 {@code release-invalid}
     */
    public Offer addOffer(String product, String name, Money price, Instant releaseAt) {
        if (releaseAt != null
                && (!releaseAt.isAfter(platform.now())
                        || releaseAt.isAfter(platform.now().plus(LONGEST_PREORDER)))) {
            throw Problem.invalid("release-invalid", "releaseAt", "an instant to come, within a year");
        }
        return platform.inUnit(() -> {
            Product of = product(Check.text("product", product, 26));
            if (of.archivedAt() != null) {
                throw Problem.conflict("product-archived", "this product is not sold any more");
            }
            Offer offer = new Offer(
                    platform.ids().code("OF"), of.seller(), of.id(), name, price, platform.now(), releaseAt, null);
            store.offers().add(new OfferRow(platform.tenant(), offer));
            platform.journal().note("offer.add", offer.id(), Map.of("product", of.id(), "price", price.toString()));
            return offer;
        });
    }

    /** @throws Problem 404 {@code offer-not-found} */
    public Offer offer(String id) {
        return platform.inUnit(() -> store.offers()
                .find(id)
                .orElseThrow(() -> Problem.notFound("offer", id))
                .offer());
    }

    /** Offers, newest first, of one product or of all. */
    public Page<Offer> offers(String product, PageRequest request) {
        return platform.inUnit(() -> store.offers().list(product, request).map(OfferRow::offer));
    }
}
