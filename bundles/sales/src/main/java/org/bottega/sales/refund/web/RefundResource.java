package org.bottega.sales.refund.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import java.time.Instant;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
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
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.api.spi.InSteps;
import org.bottega.api.spi.Permission;
import org.bottega.sales.SalesModule;
import org.bottega.sales.payment.RefundOutcome.Standing;
import org.bottega.sales.payment.RefundState;
import org.bottega.sales.refund.Handover;
import org.bottega.sales.refund.RefundSize;
import org.bottega.sales.refund.Refunds;
import org.bottega.sales.refund.store.HandedRows.Handed;
import org.bottega.sales.web.PurchaseViews;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/purchases/{transaction}/refund}. */
@Component(service = RefundResource.class)
@Path("purchases/{transaction}/refund")
@Produces(MediaType.APPLICATION_JSON)
public final class RefundResource {

    /** A refund that is meant. */
    @Schema(name = "NewRefund")
    public record NewRefund(
            @Schema(description = "true: yes, do it (REF-02)", requiredMode = RequiredMode.REQUIRED) Boolean confirm,
            @Size(max = 500)
                    @Schema(description = "why, for the seller's records", requiredMode = RequiredMode.REQUIRED)
                    String reason,
            @Schema(description = "of the price, 1 to 80, at most two decimals; absent: all that is left")
                    BigDecimal percent,
            @Schema(description = "at least one minor unit, at most what is left; absent: all of it") Money amount,
            @Schema(description = "which product a part is for, on an order of several") String product,
            @Schema(description = "as the preview said: refused when something has changed since") String expected) {}

    /** What another module took over. */
    @Schema(name = "HandedRefund")
    public record HandedRefund(
            @Schema(description = "module that looks after it") String keeper,
            @Schema(description = "by which it is found there") String reference,
            @Schema(description = "id of the refund request") String request,
            String transaction,
            Money amount,
            @Schema(description = "when it is given back, unless it is undone before") Instant due) {
        static HandedRefund of(Handed handed) {
            var taken = handed.taken();
            return new HandedRefund(
                    handed.keeper(),
                    taken.reference(),
                    taken.request(),
                    handed.transaction(),
                    handed.amount(),
                    taken.due());
        }
    }

    private final Refunds refunds;
    private final Handover handover;
    private final PurchaseViews views;

    @Activate
    public RefundResource(@Reference Refunds refunds, @Reference Handover handover, @Reference PurchaseViews views) {
        this.refunds = refunds;
        this.handover = handover;
        this.views = views;
    }

    @GET
    @Permission(SalesModule.REFUND)
    @Operation(
            summary = "What a refund would do, or why it would be refused",
            description =
                    "REF-01, REF-02, D8, D9, D18, D28. Nothing is changed. 400 percent-out-of-range, percent-too-fine,"
                            + " percent-invalid, amount-and-percent; 404 purchase-not-found. Its refusals are those of the POST.")
    public PreviewView previewRefund(
            @PathParam("transaction") String transaction,
            @QueryParam("percent") @Parameter(description = "of the price, 1 to 80") String percent,
            @QueryParam("amount") @Parameter(description = "minor units") Long amount,
            @QueryParam("currency") @Parameter(description = "of the amount") String currency,
            @QueryParam("product") String product) {
        Money money = amount == null ? null : new Money(amount, currency);
        return PreviewView.of(refunds.preview(transaction, new RefundSize(number(percent), money), product));
    }

    @POST
    @InSteps
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.REFUND)
    @Operation(
            summary = "Gives back a part, or all that is left, of the price, at once; or hands that over",
            description =
                    "REF-01, REF-02, REF-03, D8, D9, D18, D28. 200 when it is done, 202 while the gateway decides."
                            + " Where another module keeps refund requests it takes this over: 202 with reference, request and"
                            + " due (HandedRefund), and no money moves now."
                            + " 400 confirmation-missing, percent-out-of-range, percent-too-fine, amount-out-of-range,"
                            + " amount-and-percent, currency-mismatch, product-missing; 404 purchase-not-found,"
                            + " product-not-found; 409 transition-forbidden, refund-period-over, payment-not-ours,"
                            + " payment-not-settled, payment-disputed, refund-in-progress, refund-exceeds-left, refund-too-small,"
                            + " preview-outdated, refund-refused, refund-request-open; 503 gateway-unavailable, module-unavailable.")
    public Response refund(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("transaction") String transaction,
            @NotNull @Valid NewRefund body) {
        if (!Boolean.TRUE.equals(body.confirm())) {
            throw Problem.invalid("confirmation-missing", "confirm", "true is expected, or nothing is done");
        }
        RefundSize size = new RefundSize(body.percent(), body.amount());
        Handover.Given given =
                handover.give(key, transaction, new Refunds.Wish(size, body.product(), body.reason(), body.expected()));
        if (given.handed() != null) {
            return Response.accepted(HandedRefund.of(given.handed())).build();
        }
        Standing now = given.standing();
        return views.answer(now.state() == RefundState.DONE, Response.Status.OK, now.purchase())
                .build();
    }

    private static BigDecimal number(String percent) {
        if (percent == null || percent.isEmpty()) {
            return null;
        }
        if (!percent.matches("[0-9]{1,3}(\\.[0-9]{1,10})?")) {
            throw Problem.invalid("percent-invalid", "percent", "a number such as 12.50");
        }
        return new BigDecimal(percent);
    }
}
