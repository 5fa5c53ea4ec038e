package org.bottega.sales.refund.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.bottega.api.spi.Anonymous;
import org.bottega.api.spi.Permission;
import org.bottega.sales.SalesModule;
import org.bottega.sales.refund.RefundAnswers;
import org.bottega.sales.refund.RefundReason;
import org.bottega.sales.refund.RefundRequests;
import org.bottega.sales.web.Addresses;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asking for a refund: on behalf of the buyer, or by the link to the receipt; and the reasons one can give. */
@Component(service = AskResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class AskResource {

    private static final String REFUSALS = " 404 purchase-not-found; 409 refund-request-open, transition-forbidden,"
            + " refund-period-over, payment-not-ours, payment-not-settled, payment-disputed, refund-in-progress.";

    /** The reasons. */
    @Schema(name = "RefundReasons")
    public record Reasons(List<Reason> items) {}

    /** A reason, and what it is called. */
    @Schema(name = "RefundReasonLabel")
    public record Reason(RefundReason code, @Schema(description = "by language") Map<String, String> labels) {
        static Reason of(RefundReason reason) {
            return new Reason(reason, Map.of("en", reason.label(Locale.ENGLISH), "it", reason.label(Locale.ITALIAN)));
        }
    }

    private final RefundRequests requests;
    private final RefundAnswers answers;
    private final Addresses addresses;

    @Activate
    public AskResource(
            @Reference RefundRequests requests, @Reference RefundAnswers answers, @Reference Addresses addresses) {
        this.requests = requests;
        this.answers = answers;
        this.addresses = addresses;
    }

    @GET
    @Path("refund-reasons")
    @Anonymous
    @Operation(summary = "The reasons that can be given for a refund", description = "KB-02, KB-04.")
    public Reasons listRefundReasons() {
        return new Reasons(Arrays.stream(RefundReason.values()).map(Reason::of).toList());
    }

    @POST
    @Path("purchases/{transaction}/refund-request")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.REFUND)
    @Operation(
            summary = "Asks for a refund on behalf of the buyer, under the seller's clause",
            description = "REF-12, D7, D26. The purchase is PROTESTED (CLAIMED) until it is answered." + REFUSALS)
    public Response openRefundRequest(
            @PathParam("transaction") String transaction, @NotNull @Valid NewRefundRequest body) {
        var opened = requests.open(transaction, body.ask());
        return Response.created(addresses.of("refund-requests", opened.id()))
                .entity(RefundRequestView.of(opened))
                .build();
    }

    @POST
    @Path("receipts/{token}/refund-request")
    @Anonymous
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Asks for a refund by the link to the receipt (RCP-07)",
            description = "REF-11, D7, D26. 404 receipt-not-found." + REFUSALS)
    public Response openRefundRequestByLink(@PathParam("token") String token, @NotNull @Valid NewRefundRequest body) {
        var opened = requests.open(answers.transaction(token), body.ask());
        return Response.status(Response.Status.CREATED)
                .entity(RefundRequestView.of(opened))
                .build();
    }

    @POST
    @Path("receipts/{token}/refund-request/withdraw")
    @Anonymous
    @Operation(
            summary = "Takes the request back, by the link to the receipt",
            description = "404 receipt-not-found, refund-request-not-found; 409 refund-request-closed.")
    public RefundRequestView withdrawRefundRequestByLink(@PathParam("token") String token) {
        return RefundRequestView.of(answers.withdrawByLink(token));
    }
}
