package org.bottega.sales.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.bottega.api.Money;
import org.bottega.api.spi.Anonymous;
import org.bottega.sales.AccessDesk;
import org.bottega.sales.AccessDesk.Entrance;
import org.bottega.sales.Receipts;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.bundle.Item;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the links in mails lead to. The token in the address is the proof; nobody is logged in. */
@Component(service = LinksResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class LinksResource {

    /** What was bought, for who follows the access link. */
    @Schema(name = "Access")
    public record AccessView(
            String transaction,
            String product,
            String productName,
            @Schema(description = "name of the seller") String seller,
            @Schema(description = "where to find help (SAL-13)") String supportEmail) {
        static AccessView of(Entrance e) {
            return new AccessView(e.transaction(), e.product(), e.productName(), e.seller(), e.supportEmail());
        }
    }

    /** An order receipt. */
    @Schema(name = "Receipt")
    public record ReceiptView(
            String transaction,
            PurchaseStatus status,
            String productName,
            @Schema(description = "the products of a bundle; empty for a single product") List<Item> contents,
            @Schema(description = "name of the seller") String seller,
            @Schema(description = "where to find help (SAL-13)") String supportEmail,
            String buyerName,
            String buyerEmail,
            @Schema(description = "what was paid") Money price,
            @Schema(description = "before the coupon") Money listPrice,
            String coupon,
            @Schema(description = "given back so far") Money refunded,
            String paymentType,
            Instant purchasedAt) {
        static ReceiptView of(Receipts.Receipt receipt) {
            Purchase p = receipt.purchase();
            return new ReceiptView(
                    p.transaction(),
                    p.status(),
                    p.productName(),
                    receipt.contents(),
                    receipt.sellerName(),
                    receipt.supportEmail(),
                    p.buyer().name(),
                    p.buyer().email(),
                    p.price(),
                    p.listPrice(),
                    p.coupon(),
                    p.refunded(),
                    p.paymentType(),
                    p.purchasedAt());
        }
    }

    private final AccessDesk access;
    private final Receipts receipts;

    @Activate
    public LinksResource(@Reference AccessDesk access, @Reference Receipts receipts) {
        this.access = access;
        this.receipts = receipts;
    }

    @GET
    @Path("access/{token}")
    @Anonymous
    @Operation(
            summary = "Opens an access link",
            description = "410 link-voided when a newer one was sent, access-revoked when access has ended; 404"
                    + " access-not-found otherwise.")
    public AccessView openAccess(@PathParam("token") String token) {
        return AccessView.of(access.open(token));
    }

    @GET
    @Path("receipts/{token}")
    @Anonymous
    @Operation(summary = "The order receipt (RCP-01)", description = "404 receipt-not-found.")
    public ReceiptView openReceipt(@PathParam("token") String token) {
        return ReceiptView.of(receipts.open(token));
    }
}
