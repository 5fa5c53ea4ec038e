package org.bottega.sales.refund.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.bottega.api.spi.InSteps;
import org.bottega.api.spi.Permission;
import org.bottega.sales.SalesModule;
import org.bottega.sales.refund.RefundBulk;
import org.bottega.sales.refund.RefundRequestState;
import org.bottega.sales.refund.web.RefundRequestsResource.Yes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/refund-requests/approve}, {@code …/decline}: answers to many at once, with a result for each. */
@Component(service = BulkResource.class)
@Path("refund-requests")
@Produces(MediaType.APPLICATION_JSON)
public final class BulkResource {

    /** A yes to many. */
    @Schema(name = "BulkApproval")
    public record ManyYes(
            @NotNull @Schema(description = "1 to 100 ids") List<String> requests,
            @Schema(description = "true: yes, do it (REF-02)", requiredMode = RequiredMode.REQUIRED) Boolean confirm,
            @Size(max = 500) @Schema(description = "for the records") String comment) {}

    /** A no to many. */
    @Schema(name = "BulkDecline")
    public record ManyNo(
            @NotNull @Schema(description = "1 to 100 ids") List<String> requests,
            @Size(max = 500)
                    @Schema(description = "for the buyers, 1 to 500 characters", requiredMode = RequiredMode.REQUIRED)
                    String reason) {}

    /** What became of each, in the order asked. */
    @Schema(name = "BulkResults")
    public record Results(List<Item> items) {
        static Results of(List<RefundBulk.Result> results) {
            return new Results(results.stream().map(Item::of).toList());
        }
    }

    /** What became of one. */
    @Schema(name = "BulkResult")
    public record Item(
            String request,
            @Schema(description = "its state now; absent when it was refused") RefundRequestState state,
            @Schema(description = "code of the refusal") String code,
            @Schema(description = "refusal in words") String detail) {
        static Item of(RefundBulk.Result result) {
            var refusal = result.refusal();
            return refusal == null
                    ? new Item(result.request(), result.state(), null, null)
                    : new Item(result.request(), null, refusal.code(), refusal.getMessage());
        }
    }

    private final RefundBulk bulk;

    @Activate
    public BulkResource(@Reference RefundBulk bulk) {
        this.bulk = bulk;
    }

    @POST
    @Path("approve")
    @InSteps
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.REFUND)
    @Operation(
            summary = "Approves many refund requests, each by itself",
            description = "REF-04, REF-05. 400 confirmation-missing, requests-out-of-range, request-twice.")
    public Results approveRefundRequests(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid ManyYes body) {
        Yes.check(body.confirm());
        return Results.of(bulk.approve(key, body.requests(), body.comment()));
    }

    @POST
    @Path("decline")
    @InSteps
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.REFUND)
    @Operation(
            summary = "Declines many refund requests, each by itself, for the same reason",
            description = "REF-04, REF-05, D27. 400 requests-out-of-range, request-twice.")
    public Results declineRefundRequests(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid ManyNo body) {
        return Results.of(bulk.decline(key, body.requests(), body.reason()));
    }
}
