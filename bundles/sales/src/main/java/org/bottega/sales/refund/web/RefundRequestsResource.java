package org.bottega.sales.refund.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import javax.validation.Valid;
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
import org.bottega.api.Problem;
import org.bottega.api.spi.InSteps;
import org.bottega.api.spi.Permission;
import org.bottega.sales.Platform;
import org.bottega.sales.RequestKey;
import org.bottega.sales.SalesModule;
import org.bottega.sales.refund.RefundAnswers;
import org.bottega.sales.refund.RefundApproval;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequestState;
import org.bottega.sales.refund.RefundRequests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/refund-requests}: what the seller, and the marketplace, do with them. */
@Component(service = RefundRequestsResource.class)
@Path("refund-requests")
@Produces(MediaType.APPLICATION_JSON)
public final class RefundRequestsResource {

    /** A yes. */
    @Schema(name = "RefundApproval")
    public record Yes(
            @Schema(description = "true: yes, do it (REF-02)", requiredMode = RequiredMode.REQUIRED) Boolean confirm,
            @Size(max = 500) @Schema(description = "for the records") String comment) {
        /** Refuses anything but a yes. */
        public static void check(Boolean confirm) {
            if (!Boolean.TRUE.equals(confirm)) {
                throw Problem.invalid("confirmation-missing", "confirm", "true is expected, or nothing is done");
            }
        }
    }

    /** A no. */
    @Schema(name = "RefundDecline")
    public record No(
            @Size(max = 500)
                    @Schema(description = "for the buyer, 1 to 500 characters", requiredMode = RequiredMode.REQUIRED)
                    String reason) {}

    private final RefundRequests requests;
    private final RefundApproval approval;
    private final RefundAnswers answers;
    private final Platform platform;

    @Activate
    public RefundRequestsResource(
            @Reference RefundRequests requests,
            @Reference RefundApproval approval,
            @Reference RefundAnswers answers,
            @Reference Platform platform) {
        this.requests = requests;
        this.approval = approval;
        this.answers = answers;
        this.platform = platform;
    }

    @GET
    @Permission(SalesModule.READ)
    @Operation(summary = "Refund requests", description = "REF-04. All filters must hold. 400 period-empty.")
    public Page<RefundRequestView> listRefundRequests(
            @BeanParam RefundRequestQuery query,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return requests.list(query.filter(), query.sort(), PageRequest.of(limit, cursor))
                .map(RefundRequestView::of);
    }

    @GET
    @Path("{request}")
    @Permission(SalesModule.READ)
    @Operation(summary = "A refund request", description = "404 refund-request-not-found.")
    public RefundRequestView getRefundRequest(@PathParam("request") String request) {
        return RefundRequestView.of(requests.get(request));
    }

    @POST
    @Path("{request}/approve")
    @InSteps
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.REFUND)
    @Operation(
            summary = "Approves: gives back, now, what was asked for",
            description = "REF-04, REF-05, REF-06, D25, D27. 200 when it is done, 202 while the gateway decides. 400"
                    + " confirmation-missing; 404 refund-request-not-found; 409 refund-request-closed,"
                    + " transition-forbidden, payment-not-settled, payment-disputed, refund-in-progress, refund-refused; 503"
                    + " gateway-unavailable.")
    public Response approveRefundRequest(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("request") String request,
            @NotNull @Valid Yes body) {
        Yes.check(body.confirm());
        RefundRequest now = approval.approve(RequestKey.of(platform.caller(), key), request, body.comment());
        boolean done = now.state() == RefundRequestState.APPROVED;
        String help = requests.policy(now.product()).moneyHelp();
        return Response.status(done ? Response.Status.OK : Response.Status.ACCEPTED)
                .entity(RefundRequestView.of(now, help))
                .build();
    }

    @POST
    @Path("{request}/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.REFUND)
    @Operation(
            summary = "Declines: the purchase is again what it was, and the buyer is told why",
            description = "REF-04, REF-05, D27. 400 field-missing, too-long; 404 refund-request-not-found; 409"
                    + " refund-request-closed, refund-request-kept: its keeper must close it, with consent.")
    public RefundRequestView declineRefundRequest(@PathParam("request") String request, @NotNull @Valid No body) {
        return RefundRequestView.of(answers.decline(null, request, body.reason()));
    }
}
