package org.bottega.sales.refund.web;

import io.swagger.v3.oas.annotations.Operation;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.Permission;
import org.bottega.sales.Platform;
import org.bottega.sales.SalesModule;
import org.bottega.sales.refund.RefundAnswers;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/my/refund-requests}: what a logged-in buyer asked for. */
@Component(service = MyRequestsResource.class)
@Path("my/refund-requests")
@Produces(MediaType.APPLICATION_JSON)
public final class MyRequestsResource {

    private final RefundRequests requests;
    private final RefundAnswers answers;
    private final Platform platform;

    @Activate
    public MyRequestsResource(
            @Reference RefundRequests requests, @Reference RefundAnswers answers, @Reference Platform platform) {
        this.requests = requests;
        this.answers = answers;
        this.platform = platform;
    }

    @GET
    @Permission(SalesModule.OWN)
    @Operation(
            summary = "My refund requests",
            description = "Filters as for sellers. 400 period-empty; 403 buyers-only.")
    public Page<RefundRequestView> listMyRefundRequests(
            @BeanParam RefundRequestQuery query,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        platform.buyer();
        return requests.list(query.filter(), query.sort(), PageRequest.of(limit, cursor))
                .map(this::view);
    }

    @GET
    @Path("{request}")
    @Permission(SalesModule.OWN)
    @Operation(
            summary = "One of my refund requests",
            description = "REF-06. 403 buyers-only; 404 refund-request-not-found.")
    public RefundRequestView getMyRefundRequest(@PathParam("request") String request) {
        platform.buyer();
        return view(requests.get(request));
    }

    @POST
    @Path("{request}/withdraw")
    @Permission(SalesModule.OWN)
    @Operation(
            summary = "Takes my request back: the purchase is again what it was",
            description = "403 buyers-only; 404 refund-request-not-found; 409 refund-request-closed.")
    public RefundRequestView withdrawMyRefundRequest(@PathParam("request") String request) {
        platform.buyer();
        return view(answers.withdraw(request));
    }

    private RefundRequestView view(RefundRequest request) {
        return RefundRequestView.of(request, requests.policy(request.product()).moneyHelp());
    }
}
