package org.bottega.sales.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.InSteps;
import org.bottega.api.spi.Permission;
import org.bottega.sales.AccessDesk;
import org.bottega.sales.Checkout;
import org.bottega.sales.NewBuyer;
import org.bottega.sales.NewPurchase;
import org.bottega.sales.PaymentType;
import org.bottega.sales.PurchaseList;
import org.bottega.sales.SalesModule;
import org.bottega.sales.Total;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/purchases} and {@code …/summary}. */
@Component(service = PurchasesResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class PurchasesResource {

    private static final Set<PurchaseStatus> UNDECIDED = EnumSet.of(
            PurchaseStatus.STARTED,
            PurchaseStatus.PROCESSING_TRANSACTION,
            PurchaseStatus.UNDER_ANALISYS,
            PurchaseStatus.WAITING_PAYMENT);

    /** A sale. */
    @Schema(name = "NewPurchase")
    public record NewSale(
            @NotBlank @Schema(description = "offer code") String offer,
            @NotNull @Valid BuyerOf buyer,
            @NotNull @Valid Means payment,
            @Size(max = 40) @Schema(description = "code of a coupon, whatever its case") String coupon) {}

    /** Who buys. */
    @Schema(name = "NewBuyer")
    public record BuyerOf(
            @NotBlank @Schema(description = "kept in lower case; the access goes there") String email,
            @NotBlank String name,
            String taxId,
            @Schema(description = "language of mails, such as it; absent: the seller's") String locale) {}

    /** What can be chosen to pay with; other ways there are only for sales of the past. */
    public enum By {
        CARD,
        BILLET
    }

    /** How it is paid. */
    @Schema(name = "NewPayment")
    public record Means(
            @NotNull @Schema(description = "BILLET is a slip that is paid at a bank") By type,
            @Schema(description = "of a CARD: its number, 12 to 19 digits; never kept") String card) {

        @Override
        public String toString() {
            return "Means[" + type + "]";
        }
    }

    /** What to send again. */
    @Schema(name = "Resend")
    public record Resend(
            @Schema(description = "id of the product; needed when the purchase is of a bundle") String product) {}

    /** That a mail goes out. */
    @Schema(name = "Resent")
    public record Resent(@Schema(description = "id of the mail") String mail) {}

    /** Totals per currency; {@code amount} is the sum of the prices in minor units. */
    @Schema(name = "Summary")
    public record Summary(List<Total> items) {}

    private final Checkout checkout;
    private final PurchaseList purchases;
    private final AccessDesk access;
    private final Addresses addresses;
    private final PurchaseViews views;

    @Activate
    public PurchasesResource(
            @Reference Checkout checkout,
            @Reference PurchaseList purchases,
            @Reference AccessDesk access,
            @Reference Addresses addresses,
            @Reference PurchaseViews views) {
        this.checkout = checkout;
        this.purchases = purchases;
        this.access = access;
        this.addresses = addresses;
        this.views = views;
    }

    @POST
    @Path("purchases")
    @InSteps
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.SELL)
    @Operation(
            summary = "Sells",
            description =
                    "SAL-10. 201 when decided: APPROVED, or NO_FUNDS or BLOCKED when the payment was refused; PRE_ORDER when"
                            + " the offer is released later and charged then; PRINTED_BILLET with the slip to pay by. 202"
                            + " while it is not decided. 400 payment-type-unsupported, pre-order-unsupported,"
                            + " pre-order-needs-card, pre-order-not-free; 404 offer-not-found, coupon-unknown; 409"
                            + " offer-archived, product-archived, coupon-not-for-offer, coupon-currency, coupon-not-yet,"
                            + " coupon-expired, coupon-used-up; 503 gateway-unavailable.")
    public Response sell(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewSale sale) {
        BuyerOf buyer = sale.buyer();
        Purchase purchase = checkout.sell(
                key,
                new NewPurchase(
                        sale.offer(),
                        NewBuyer.of(buyer.email(), buyer.name(), buyer.taxId(), buyer.locale()),
                        PaymentType.valueOf(sale.payment().type().name()),
                        sale.payment().card(),
                        sale.coupon()));
        return views.answer(!UNDECIDED.contains(purchase.status()), Response.Status.CREATED, purchase)
                .location(addresses.of("purchases", purchase.transaction()))
                .build();
    }

    @GET
    @Path("purchases")
    @Permission(SalesModule.READ)
    @Operation(
            summary = "Purchases, newest first",
            description = "SAL-02, SAL-03, SAL-04, SAL-09. All filters must hold. Without status and transaction only"
                    + " APPROVED and COMPLETE are found; status=ANY finds all. 400 status-unknown, period-empty,"
                    + " sort-unknown, amounts-reversed; 403 permission-missing for taxId.")
    public Page<PurchaseView> listPurchases(
            @BeanParam PurchaseQuery query,
            @Parameter(description = "-purchasedAt, which is the default, purchasedAt or -amount") @QueryParam("sort")
                    String sort,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return views.page(() -> purchases.list(query.search(sort), PageRequest.of(limit, cursor)));
    }

    @GET
    @Path("summary")
    @Permission(SalesModule.READ)
    @Operation(
            summary = "How many purchases, and what they come to, per currency",
            description = "Filters as the list's: without status and transaction only APPROVED and COMPLETE count.")
    public Summary summary(@BeanParam PurchaseQuery query) {
        return new Summary(purchases.totals(query.search(null)));
    }

    @GET
    @Path("purchases/{transaction}")
    @Permission(SalesModule.READ)
    @Operation(summary = "A purchase", description = "404 purchase-not-found.")
    public PurchaseView getPurchase(@PathParam("transaction") String transaction) {
        return views.one(() -> purchases.get(transaction));
    }

    @POST
    @Path("purchases/{transaction}/resend-access")
    @Permission(SalesModule.ACCESS)
    @Operation(
            summary = "Mails the buyer all that is needed to reach the product, with a new link; older links are void",
            description = "SAL-05, SAL-06, SAL-07, SAL-08: the purchase and other products of a bundle are not touched."
                    + " 400 product-required, with the products of the bundle; 404 purchase-not-found,"
                    + " product-not-in-purchase; 409 access-not-granted.")
    public Resent resendAccess(@PathParam("transaction") String transaction, Resend body) {
        return new Resent(access.resend(transaction, body == null ? null : body.product()));
    }
}
