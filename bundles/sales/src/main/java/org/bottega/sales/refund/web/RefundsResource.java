package org.bottega.sales.refund.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.bottega.api.Money;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.Permission;
import org.bottega.sales.SalesModule;
import org.bottega.sales.payment.RefundState;
import org.bottega.sales.refund.Refund;
import org.bottega.sales.refund.Refunds;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/purchases/{transaction}/refunds}. */
@Component(service = RefundsResource.class)
@Path("purchases/{transaction}/refunds")
@Produces(MediaType.APPLICATION_JSON)
public final class RefundsResource {

    /** Money that was, or is being, given back. */
    @Schema(name = "Refund")
    public record RefundView(
            @Schema(description = "id of the refund") String refund,
            @Schema(description = "INTENDED and PENDING: the gateway has not decided") RefundState state,
            Money amount,
            @Schema(description = "the product it is for; absent: the whole order") String product,
            String reason,
            @Schema(description = "kind and id of who commanded it") String by,
            Instant at,
            @Schema(description = "when the gateway's decision was heard") Instant settledAt,
            @Schema(description = "id of the refund request it answers") String request) {
        static RefundView of(Refund r) {
            return new RefundView(
                    r.id(), r.state(), r.amount(), r.product(), r.reason(), r.by(), r.at(), r.settledAt(), r.request());
        }
    }

    private final Refunds refunds;

    @Activate
    public RefundsResource(@Reference Refunds refunds) {
        this.refunds = refunds;
    }

    @GET
    @Permission(SalesModule.READ)
    @Operation(
            summary = "What was given back of a purchase, by whom, why and when; the oldest first",
            description = "D18. Refused ones too. 404 purchase-not-found.")
    public Page<RefundView> listRefunds(
            @PathParam("transaction") String transaction,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return refunds.list(transaction, PageRequest.of(limit, cursor)).map(RefundView::of);
    }
}
