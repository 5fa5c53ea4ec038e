package org.bottega.sales.coupon.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
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
import org.bottega.sales.SalesModule;
import org.bottega.sales.coupon.Coupon;
import org.bottega.sales.coupon.Coupons;
import org.bottega.sales.coupon.Coupons.Price;
import org.bottega.sales.coupon.Reduction;
import org.bottega.sales.web.Addresses;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/coupons}, and what an offer costs with one. */
@Component(service = CouponsResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class CouponsResource {

    /** A coupon to be made. */
    @Schema(name = "NewCoupon")
    public record NewCoupon(
            @Schema(description = "id of the seller; not needed by a client confined to one") String seller,
            @NotBlank @Schema(description = "letters, digits, - and _, at most 40; kept in upper case") String code,
            @Schema(description = "1 to 100, with at most two decimals; or else amount") BigDecimal percent,
            @Schema(description = "taken off offers of its currency; or else percent") Money amount,
            @Schema(description = "good from this instant on") Instant from,
            @Schema(description = "no longer good at this instant") Instant until,
            @Schema(description = "how often in all") Integer mostUses,
            @Schema(description = "how often by one buyer") Integer mostUsesPerBuyer,
            @Schema(description = "ids of products and offers, at most 100; absent: all of the seller's")
                    List<String> onlyFor) {}

    /** A coupon. */
    @Schema(name = "Coupon")
    public record CouponView(
            @Schema(description = "its id, CP…") String coupon,
            String seller,
            String code,
            BigDecimal percent,
            Money amount,
            Instant from,
            Instant until,
            Integer mostUses,
            Integer mostUsesPerBuyer,
            @Schema(description = "uses that count: by purchases that are paid or may still be") int used,
            List<String> onlyFor,
            Instant createdAt,
            @Schema(description = "since when nobody can use it") Instant archivedAt) {
        static CouponView of(Coupon c) {
            return new CouponView(
                    c.id(),
                    c.seller(),
                    c.code(),
                    c.reduction().decimal(),
                    c.reduction().amount(),
                    c.from(),
                    c.until(),
                    c.mostUses(),
                    c.mostEach(),
                    c.used(),
                    c.onlyFor(),
                    c.createdAt(),
                    c.archivedAt());
        }
    }

    /** What an offer costs. */
    @Schema(name = "Price")
    public record PriceView(String offer, Money listPrice, Money discount, Money price, String coupon) {
        static PriceView of(Price p) {
            return new PriceView(p.offer(), p.list(), p.list().minus(p.price()), p.price(), p.coupon());
        }
    }

    private final Coupons coupons;
    private final Addresses addresses;

    @Activate
    public CouponsResource(@Reference Coupons coupons, @Reference Addresses addresses) {
        this.coupons = coupons;
        this.addresses = addresses;
    }

    @POST
    @Path("coupons")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.CATALOG)
    @Operation(
            summary = "Makes a coupon",
            description = "400 reduction-unclear, percent-out-of-range, amount-not-positive, limit-out-of-range,"
                    + " period-empty, too-many, place-unknown, characters-not-allowed; 404 seller-not-found; 409"
                    + " coupon-code-taken.")
    public Response addCoupon(@NotNull @Valid NewCoupon body) {
        Coupon coupon = coupons.add(new Coupons.NewCoupon(
                body.seller(),
                body.code(),
                Reduction.of(body.percent(), body.amount()),
                body.from(),
                body.until(),
                body.mostUses(),
                body.mostUsesPerBuyer(),
                body.onlyFor()));
        return Response.created(addresses.of("coupons", coupon.id()))
                .entity(CouponView.of(coupon))
                .build();
    }

    @GET
    @Path("coupons")
    @Permission(SalesModule.CATALOG)
    @Operation(summary = "Coupons, by code")
    public Page<CouponView> listCoupons(
            @QueryParam("seller") String seller,
            @Parameter(description = "beginning of the code, whatever its case") @QueryParam("code") String code,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return coupons.list(seller, code, PageRequest.of(limit, cursor)).map(CouponView::of);
    }

    @GET
    @Path("coupons/{coupon}")
    @Permission(SalesModule.CATALOG)
    @Operation(summary = "A coupon, and how often it was used", description = "404 coupon-not-found.")
    public CouponView getCoupon(@PathParam("coupon") String coupon) {
        return CouponView.of(coupons.get(coupon));
    }

    @POST
    @Path("coupons/{coupon}/archive")
    @Permission(SalesModule.CATALOG)
    @Operation(
            summary = "Makes a coupon useless from now on; its code stays taken",
            description = "404 coupon-not-found.")
    public CouponView archiveCoupon(@PathParam("coupon") String coupon) {
        return CouponView.of(coupons.archive(coupon));
    }

    @GET
    @Path("offers/{offer}/price")
    @Permission(SalesModule.SELL)
    @Operation(
            summary = "What an offer costs now, with a coupon or without; nothing is reserved",
            description = "404 offer-not-found, coupon-unknown; 409 offer-archived, product-archived,"
                    + " coupon-not-for-offer, coupon-currency, coupon-not-yet, coupon-expired, coupon-used-up.")
    public PriceView getPrice(@PathParam("offer") String offer, @QueryParam("coupon") String coupon) {
        return PriceView.of(coupons.price(offer, coupon));
    }
}
