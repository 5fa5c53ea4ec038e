package org.bottega.sales.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.bottega.api.Money;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.Permission;
import org.bottega.sales.Catalog;
import org.bottega.sales.Offer;
import org.bottega.sales.Product;
import org.bottega.sales.ProductKind;
import org.bottega.sales.RefundPolicy;
import org.bottega.sales.SalesModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/products} and {@code …/offers}. */
@Component(service = CatalogResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class CatalogResource {

    /** A product to be registered. */
    @Schema(name = "NewProduct")
    public record NewProduct(
            @Schema(description = "id of the seller; not needed by a client confined to one") String seller,
            @NotBlank @Size(max = 200) @Schema(description = "shown to buyers") String name,
            @Schema(description = "where buyers find help; absent: the seller's own (SAL-13, ACC-20)")
                    String supportEmail,
            @Schema(
                            description = "30 when absent (D8)",
                            allowableValues = {"7", "15", "21", "30"})
                    Integer guaranteeDays,
            @Schema(description = "clause of refunds, copied onto each purchase; default by D8")
                    RefundPolicy refundPolicy,
            @Schema(description = "makes it a bundle: ids of 2 to 50 products of the same seller (SAL-08)")
                    List<String> contains) {}

    /** A product. */
    @Schema(name = "Product")
    public record ProductView(
            String product,
            String seller,
            String name,
            String supportEmail,
            RefundPolicy refundPolicy,
            @Schema(description = "days of guarantee; a day is 24 hours") int guaranteeDays,
            Instant createdAt,
            ProductKind kind,
            @Schema(description = "of a bundle: ids of its products") List<String> contains,
            @Schema(description = "since when it is not sold any more") Instant archivedAt,
            @Schema(description = "counts its changes; what If-Match wants") long version) {

        /** The product as the answers show it. */
        public static ProductView of(Product p) {
            return new ProductView(
                    p.id(),
                    p.seller(),
                    p.name(),
                    p.supportEmail(),
                    p.refundPolicy(),
                    p.guaranteeDays(),
                    p.createdAt(),
                    p.kind(),
                    p.contents(),
                    p.archivedAt(),
                    p.version());
        }
    }

    /** An offer to be added. */
    @Schema(name = "NewOffer")
    public record NewOffer(
            @NotBlank @Schema(description = "id of the product") String product,
            @NotNull @Schema(description = "more than nothing, in minor units") Money price,
            @Size(max = 200) @Schema(description = "for the seller") String name,
            @Schema(description = "an instant to come: sold before it, it is a pre-order, charged then")
                    Instant releaseAt) {}

    /** An offer. */
    @Schema(name = "Offer")
    public record OfferView(
            @Schema(description = "its code, OF…") String offer,
            String product,
            String seller,
            String name,
            Money price,
            Instant createdAt,
            @Schema(description = "when it is released: sold before, it is a pre-order") Instant releaseAt,
            @Schema(description = "since when nothing is sold by it") Instant archivedAt) {

        /** The offer as the answers show it. */
        public static OfferView of(Offer o) {
            return new OfferView(
                    o.id(), o.product(), o.seller(), o.name(), o.price(), o.createdAt(), o.releaseAt(), o.archivedAt());
        }
    }

    private final Catalog catalog;
    private final Addresses addresses;

    @Activate
    public CatalogResource(@Reference Catalog catalog, @Reference Addresses addresses) {
        this.catalog = catalog;
        this.addresses = addresses;
    }

    @POST
    @Path("products")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.CATALOG)
    @Operation(
            summary = "Registers a product, or a bundle of products",
            description = "SAL-08, SAL-13. 404 seller-not-found; 400 guarantee-unknown, email-invalid, bundle-size,"
                    + " bundle-twice, bundle-product-unknown, bundle-in-bundle, bundle-product-archived.")
    public Response addProduct(@NotNull @Valid NewProduct body) {
        Product product = catalog.add(new Catalog.NewProduct(
                body.seller(),
                body.name(),
                body.supportEmail(),
                body.guaranteeDays(),
                body.refundPolicy(),
                body.contains()));
        return Response.created(addresses.of("products", product.id()))
                .entity(ProductView.of(product))
                .build();
    }

    @GET
    @Path("products")
    @Permission(SalesModule.READ)
    @Operation(summary = "Products, by name")
    public Page<ProductView> listProducts(
            @QueryParam("seller") String seller,
            @Parameter(description = "beginning of the name, whatever its case") @QueryParam("name") String name,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return catalog.products(seller, name, PageRequest.of(limit, cursor)).map(ProductView::of);
    }

    @GET
    @Path("products/{product}")
    @Permission(SalesModule.READ)
    @Operation(summary = "A product", description = "404 product-not-found.")
    public ProductView getProduct(@PathParam("product") String product) {
        return ProductView.of(catalog.product(product));
    }

    @POST
    @Path("offers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.CATALOG)
    @Operation(
            summary = "Adds an offer of a product: a price at which it can be bought",
            description = "404 product-not-found; 409 product-archived; 400 price-not-positive, currency-unknown,"
                    + " amount-too-large, release-invalid.")
    public Response addOffer(@NotNull @Valid NewOffer body) {
        Offer offer = catalog.addOffer(body.product(), body.name(), body.price(), body.releaseAt());
        return Response.created(addresses.of("offers", offer.id()))
                .entity(OfferView.of(offer))
                .build();
    }

    @GET
    @Path("offers")
    @Permission(SalesModule.READ)
    @Operation(summary = "Offers, newest first")
    public Page<OfferView> listOffers(
            @QueryParam("product") String product,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return catalog.offers(product, PageRequest.of(limit, cursor)).map(OfferView::of);
    }

    @GET
    @Path("offers/{offer}")
    @Permission(SalesModule.READ)
    @Operation(summary = "An offer", description = "404 offer-not-found.")
    public OfferView getOffer(@PathParam("offer") String offer) {
        return OfferView.of(catalog.offer(offer));
    }
}
