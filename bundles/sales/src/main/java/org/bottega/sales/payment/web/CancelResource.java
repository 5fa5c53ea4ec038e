package org.bottega.sales.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.bottega.api.spi.InSteps;
import org.bottega.api.spi.Permission;
import org.bottega.sales.SalesModule;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.Cancellation;
import org.bottega.sales.web.PurchaseViews;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/purchases/{transaction}/cancel}. */
@Component(service = CancelResource.class)
@Path("purchases/{transaction}/cancel")
@Produces(MediaType.APPLICATION_JSON)
public final class CancelResource {

    /** A purchase that is given up. */
    @Schema(name = "NewCancellation")
    public record NewCancellation(
            @Size(max = 500) @Schema(description = "why, for the seller's records") String reason) {}

    private final Cancellation cancellation;
    private final PurchaseViews views;

    @Activate
    public CancelResource(@Reference Cancellation cancellation, @Reference PurchaseViews views) {
        this.cancellation = cancellation;
        this.views = views;
    }

    @POST
    @InSteps
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.SELL)
    @Operation(
            summary = "Gives up a purchase before it is paid",
            description =
                    "SAL-10. From PRE_ORDER, PRINTED_BILLET, WAITING_PAYMENT, UNDER_ANALISYS, OVERDUE; one that is"
                            + " CANCELLED stays so. 200 when it is done, 202 while the gateway gives no answer. 404"
                            + " purchase-not-found; 409 transition-forbidden, payment-not-cancellable.")
    public Response cancel(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("transaction") String transaction,
            @NotNull @Valid NewCancellation body) {
        Purchase purchase = cancellation.cancel(transaction, body.reason());
        return views.answer(purchase.status() == PurchaseStatus.CANCELLED, Response.Status.OK, purchase)
                .build();
    }
}
