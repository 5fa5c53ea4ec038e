package org.bottega.sales.own.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.bottega.api.Money;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.Anonymous;
import org.bottega.api.spi.Permission;
import org.bottega.sales.SalesModule;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.email.Confirmations.Waiting;
import org.bottega.sales.email.web.EmailView.NewOwnChange;
import org.bottega.sales.email.web.EmailView.WaitingView;
import org.bottega.sales.own.OwnArea;
import org.bottega.sales.own.OwnArea.OwnPurchase;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/my/purchases}: a buyer's own, and what he does with them. */
@Component(service = OwnResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class OwnResource {

    /** A purchase as its buyer sees it. */
    @Schema(name = "OwnPurchase")
    public record OwnView(
            @Schema(description = "its code, HP…") String transaction,
            PurchaseStatus status,
            String product,
            String productName,
            @Schema(description = "name of the seller") String sellerName,
            @Schema(description = "the address it belongs to") String email,
            String name,
            Money price,
            @Schema(description = "given back so far") Money refunded,
            String paymentType,
            Instant purchasedAt) {
        static OwnView of(OwnPurchase own) {
            Purchase p = own.purchase();
            return new OwnView(
                    p.transaction(),
                    p.status(),
                    p.product(),
                    p.productName(),
                    own.sellerName(),
                    p.buyer().email(),
                    p.buyer().name(),
                    p.price(),
                    p.refunded(),
                    p.paymentType(),
                    p.purchasedAt());
        }
    }

    /** That a mail goes out. */
    @Schema(name = "OwnResent")
    public record OwnResent(@Schema(description = "id of the mail") String mail) {}

    private final OwnArea own;

    @Activate
    public OwnResource(@Reference OwnArea own) {
        this.own = own;
    }

    @GET
    @Path("my/purchases")
    @Permission(SalesModule.OWN)
    @Operation(summary = "The buyer's own purchases, newest first", description = "403 buyers-only.")
    public Page<OwnView> listOwnPurchases(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return own.purchases(PageRequest.of(limit, cursor)).map(OwnView::of);
    }

    @GET
    @Path("my/purchases/{transaction}")
    @Permission(SalesModule.OWN)
    @Operation(summary = "An own purchase", description = "403 buyers-only; 404 purchase-not-found, for another's too.")
    public OwnView getOwnPurchase(@PathParam("transaction") String transaction) {
        return OwnView.of(own.purchase(transaction));
    }

    @POST
    @Path("my/purchases/{transaction}/resend-access")
    @Permission(SalesModule.OWN)
    @Operation(
            summary = "Mails the buyer the access to what he bought, with a new link; older links are void",
            description = "SAL-05. 403 buyers-only; 404 purchase-not-found; 409 access-not-granted.")
    public OwnResent resendOwnAccess(@PathParam("transaction") String transaction) {
        return new OwnResent(own.resend(transaction));
    }

    @POST
    @Path("my/purchases/{transaction}/change-email")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.OWN)
    @Operation(
            summary = "Mails a link to another address; when it is confirmed there, the purchase belongs to it",
            description = "ACC-17, D2. 202. 400 field-missing, reason-unknown, email-invalid, emails-differ; 403"
                    + " buyers-only, email-change-by-support; 404 purchase-not-found; 409 the conditions that are not"
                    + " met; 429 too-many-confirmations.")
    public Response changeOwnEmail(@PathParam("transaction") String transaction, @NotNull NewOwnChange body) {
        return waiting(own.changeEmail(transaction, body.form()));
    }

    @POST
    @Path("receipts/{token}/change-email")
    @Consumes(MediaType.APPLICATION_JSON)
    @Anonymous
    @Operation(
            summary = "The same from the order receipt that the buyer was sent",
            description = "ACC-18. 202. 404 receipt-not-found, for the seller's link and an earlier address's too; else"
                    + " as for the logged-in buyer.")
    public Response changeReceiptEmail(@PathParam("token") String token, @NotNull NewOwnChange body) {
        return waiting(own.changeEmailByReceipt(token, body.form()));
    }

    private static Response waiting(Waiting waiting) {
        return Response.accepted(WaitingView.of(waiting)).build();
    }
}
