package org.bottega.sales.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
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
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.api.spi.InSteps;
import org.bottega.api.spi.Permission;
import org.bottega.sales.Refunds;
import org.bottega.sales.SalesModule;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
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
                    String reason) {}

    /** What a refund would do. */
    @Schema(name = "RefundPreview")
    public record PreviewView(
            boolean refundable,
            @Schema(description = "absent when it is refundable") Refusal refusal,
            @Schema(description = "what would be given back") Money amount,
            @Schema(description = "what the buyer would get") Money buyerGets,
            @Schema(description = "what the buyer could no longer reach") List<Lost> lost) {

        static PreviewView of(Refunds.Preview preview) {
            Problem problem = preview.refusal();
            Refusal refusal = problem == null ? null : new Refusal(problem.code(), problem.getMessage());
            Money gets = problem == null
                    ? preview.amount()
                    : new Money(0, preview.amount().currency());
            List<Lost> lost = problem == null
                    ? preview.lost().stream()
                            .map(product -> new Lost("ACCESS", product))
                            .toList()
                    : List.of();
            return new PreviewView(problem == null, refusal, preview.amount(), gets, lost);
        }
    }

    /** Why it would be refused. */
    @Schema(name = "RefundRefusal")
    public record Refusal(String code, String detail) {}

    /** Something the buyer would lose. */
    @Schema(name = "Lost")
    public record Lost(@Schema(description = "ACCESS") String what, String product) {}

    private final Refunds refunds;

    @Activate
    public RefundResource(@Reference Refunds refunds) {
        this.refunds = refunds;
    }

    @GET
    @Permission(SalesModule.REFUND)
    @Operation(
            summary = "What a refund would do, or why it would be refused",
            description = "REF-01. Nothing is changed. 404 purchase-not-found.")
    public PreviewView previewRefund(@PathParam("transaction") String transaction) {
        return PreviewView.of(refunds.preview(transaction));
    }

    @POST
    @InSteps
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.REFUND)
    @Operation(
            summary = "Gives back all that is left of the price, at once",
            description = "REF-01, REF-02, REF-03, D8, D28. 200 when it is done, 202 while the gateway decides. 400"
                    + " confirmation-missing; 404 purchase-not-found; 409 transition-forbidden, refund-period-over,"
                    + " payment-not-ours, payment-not-settled, refund-in-progress, refund-refused; 503"
                    + " gateway-unavailable.")
    public Response refund(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("transaction") String transaction,
            @NotNull @Valid NewRefund body) {
        if (!Boolean.TRUE.equals(body.confirm())) {
            throw Problem.invalid("confirmation-missing", "confirm", "true is expected, or nothing is done");
        }
        Purchase purchase = refunds.refund(key, transaction, body.reason());
        return PurchaseView.answer(purchase.status() == PurchaseStatus.REFUNDED, Response.Status.OK, purchase)
                .build();
    }
}
