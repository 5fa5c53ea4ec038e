package org.bottega.sales.catalog.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.bottega.api.Problem;
import org.bottega.api.spi.Permission;
import org.bottega.sales.RefundPolicy;
import org.bottega.sales.SalesModule;
import org.bottega.sales.catalog.CatalogChanges;
import org.bottega.sales.catalog.CatalogChanges.Change;
import org.bottega.sales.web.CatalogResource.OfferView;
import org.bottega.sales.web.CatalogResource.ProductView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes below {@code /api/{tenant}/sales/products} and {@code …/offers}. */
@Component(service = CatalogChangesResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class CatalogChangesResource {

    /** What a product is to be from now on. */
    @Schema(name = "ProductChange")
    public record ProductChange(
            @NotBlank @Size(max = 200) @Schema(description = "shown to buyers") String name,
            @Schema(description = "where buyers find help; absent: the seller's own (SAL-13, ACC-20)")
                    String supportEmail,
            @Schema(
                            description = "absent: as it is",
                            allowableValues = {"7", "15", "21", "30"})
                    Integer guaranteeDays,
            @Schema(description = "clause of refunds; absent: as it is") RefundPolicy refundPolicy,
            @Schema(description = "of a bundle: ids of its products, all of them; absent: as they are")
                    List<String> contains) {}

    private final CatalogChanges changes;

    @Activate
    public CatalogChangesResource(@Reference CatalogChanges changes) {
        this.changes = changes;
    }

    @PUT
    @Path("products/{product}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.CATALOG)
    @Operation(
            summary = "Changes a product, for future sales",
            description =
                    "SAL-08, SAL-13, D8: purchases keep what they were sold with. 400 version-missing, kind-fixed,"
                            + " bundle-size, bundle-twice, bundle-product-unknown, bundle-in-bundle, bundle-product-archived,"
                            + " guarantee-unknown, email-invalid; 404 product-not-found; 409 product-changed when If-Match is"
                            + " not its version.")
    public ProductView changeProduct(
            @PathParam("product") String product,
            @Parameter(description = "the version that was seen", required = true) @HeaderParam("If-Match")
                    String version,
            @NotNull @Valid ProductChange body) {
        return ProductView.of(changes.change(
                product,
                version(version),
                new Change(
                        body.name(), body.supportEmail(), body.guaranteeDays(), body.refundPolicy(), body.contains())));
    }

    @POST
    @Path("products/{product}/archive")
    @Permission(SalesModule.CATALOG)
    @Operation(
            summary = "Takes a product off the shelf: no sales any more; what was bought stays within reach",
            description = "404 product-not-found; 409 product-in-bundle while a bundle on the shelf contains it.")
    public ProductView archiveProduct(@PathParam("product") String product) {
        return ProductView.of(changes.archiveProduct(product));
    }

    @POST
    @Path("offers/{offer}/archive")
    @Permission(SalesModule.CATALOG)
    @Operation(summary = "Ends selling by an offer", description = "404 offer-not-found.")
    public OfferView archiveOffer(@PathParam("offer") String offer) {
        return OfferView.of(changes.archiveOffer(offer));
    }

    /** A version as a header has it, with quotes or without. */
    static long version(String header) {
        String text = header == null ? "" : header.strip().replaceAll("^\"|\"$", "");
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.invalid("version-missing", "If-Match", "the version of the product that was seen");
        }
        return Long.parseLong(text);
    }
}
