package org.bottega.sales.refund.web;

import io.swagger.v3.oas.annotations.Operation;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.bottega.api.spi.Permission;
import org.bottega.sales.Platform;
import org.bottega.sales.SalesModule;
import org.bottega.sales.refund.RefundRequests;
import org.bottega.sales.web.Addresses;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/my/purchases/{transaction}/refund-request}. */
@Component(service = MyAskResource.class)
@Path("my/purchases/{transaction}/refund-request")
@Produces(MediaType.APPLICATION_JSON)
public final class MyAskResource {

    private final RefundRequests requests;
    private final Addresses addresses;
    private final Platform platform;

    @Activate
    public MyAskResource(
            @Reference RefundRequests requests, @Reference Addresses addresses, @Reference Platform platform) {
        this.requests = requests;
        this.addresses = addresses;
        this.platform = platform;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.OWN)
    @Operation(
            summary = "Asks for a refund of what I bought",
            description =
                    "REF-11, D7, D26. The purchase is PROTESTED (CLAIMED) until the seller answers. 403 buyers-only; 404"
                            + " purchase-not-found; 409 refund-request-open, transition-forbidden, refund-period-over,"
                            + " payment-not-ours, payment-not-settled, payment-disputed, refund-in-progress.")
    public Response openMyRefundRequest(
            @PathParam("transaction") String transaction, @NotNull @Valid NewRefundRequest body) {
        platform.buyer();
        var opened = requests.open(transaction, body.ask());
        return Response.created(addresses.of("my/refund-requests", opened.id()))
                .entity(RefundRequestView.of(opened))
                .build();
    }
}
