package org.bottega.web.platform;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import java.util.Locale;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.bottega.api.Callers;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;
import org.bottega.api.spi.Permission;
import org.bottega.web.json.Languages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sellers}. */
@Component(service = PlatformResource.class)
@Path("sellers")
@Produces(MediaType.APPLICATION_JSON)
public final class SellersResource implements PlatformResource {

    private static final String PERMISSION = "core:sellers";

    /** A seller to be added. */
    @Schema(name = "NewSeller")
    public record NewSeller(
            @NotBlank @Schema(description = "2 to 30 lower-case letters, digits and hyphens") String seller,
            @NotBlank String name,
            @NotBlank @Schema(description = "address of the account; sale notifications go there") String email,
            @Schema(description = "address for customers; absent: the account's (ACC-20)") String supportEmail,
            @Schema(description = "such as Europe/Rome; absent: the marketplace's") String zone,
            @Schema(description = "language of mails; absent: the marketplace's") String locale) {}

    /** What a seller sets alone. */
    @Schema(name = "SellerSettings")
    public record Settings(
            @NotBlank @Schema(description = "such as Europe/Rome; it governs weekends (ACC-19)") String zone,
            @Schema(description = "address for customers; null: the account's (ACC-20)") String supportEmail,
            @NotBlank @Schema(description = "language of mails: en, it") String locale) {}

    /** A seller. */
    @Schema(name = "Seller")
    public record SellerView(
            String seller, String name, String email, String supportEmail, String zone, String locale) {
        static SellerView of(Seller s) {
            return new SellerView(
                    s.id(),
                    s.name(),
                    s.email(),
                    s.supportEmail(),
                    s.zone().getId(),
                    s.locale().toLanguageTag());
        }
    }

    private final Sellers sellers;
    private final Addresses addresses;
    private final Tenants tenants;
    private final Callers callers;

    @Activate
    public SellersResource(
            @Reference Sellers sellers,
            @Reference Addresses addresses,
            @Reference Tenants tenants,
            @Reference Callers callers) {
        this.sellers = sellers;
        this.addresses = addresses;
        this.tenants = tenants;
        this.callers = callers;
    }

    @GET
    @Permission(PERMISSION)
    @Operation(
            summary = "Sellers, by id",
            description = "A caller confined to a seller sees that one. Errors: cursor-invalid.")
    public Page<SellerView> listSellers(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return sellers.list(PageRequest.of(limit, cursor)).map(SellerView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(PERMISSION)
    @Operation(
            summary = "Adds a seller",
            description = "409 seller-exists; 403 seller-confined; 400 slug-invalid, email-invalid, zone-unknown,"
                    + " locale-unknown, text-too-long.")
    public Response addSeller(@NotNull @Valid NewSeller body) {
        Tenant tenant = tenants.find(callers.current().tenant()).orElseThrow();
        Locale locale = body.locale() == null ? tenant.locale() : Languages.of(body.locale());
        ZoneId zone = body.zone() == null ? tenant.zone() : zone(body.zone());
        Seller seller =
                sellers.create(new Seller(body.seller(), body.name(), body.email(), body.supportEmail(), zone, locale));
        return Response.created(addresses.of("sellers", seller.id()))
                .entity(SellerView.of(seller))
                .build();
    }

    @GET
    @Path("{seller}")
    @Permission(PERMISSION)
    @Operation(summary = "A seller", description = "404 seller-not-found.")
    public SellerView getSeller(@PathParam("seller") String seller) {
        return sellers.find(seller).map(SellerView::of).orElseThrow(() -> Problem.notFound("seller", seller));
    }

    @PUT
    @Path("{seller}/settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(PERMISSION)
    @Operation(
            summary = "Sets time zone, support address and language of a seller",
            description = "ACC-19, ACC-20, D17: open deadlines follow the zone. A seller's own administrator may do it."
                    + " 404 seller-not-found; 400 zone-unknown, email-invalid, locale-unknown.")
    public SellerView setSellerSettings(@PathParam("seller") String seller, @NotNull @Valid Settings body) {
        return SellerView.of(
                sellers.change(seller, zone(body.zone()), body.supportEmail(), Languages.of(body.locale())));
    }

    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw Problem.invalid("zone-unknown", "zone", "a time zone such as Europe/Rome is expected");
        }
        return ZoneId.of(name);
    }
}
