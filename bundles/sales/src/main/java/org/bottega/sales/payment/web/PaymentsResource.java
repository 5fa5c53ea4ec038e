package org.bottega.sales.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
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
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.Anonymous;
import org.bottega.api.spi.LargeBody;
import org.bottega.api.spi.Permission;
import org.bottega.sales.SalesModule;
import org.bottega.sales.payment.SandboxTool;
import org.bottega.sales.payment.SandboxTool.Choice;
import org.bottega.sales.payment.notice.NoticeKeys;
import org.bottega.sales.payment.notice.NoticeKeys.Entry;
import org.bottega.sales.payment.notice.Notices;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/payments} and {@code …/sandbox}: what gateways tell by themselves. */
@Component(service = PaymentsResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class PaymentsResource {

    /** Most bytes of a notification. */
    public static final int MOST_BYTES = 64 * 1024;

    /** The answer to a notification. */
    @Schema(name = "NotificationTaken")
    public record Taken(@Schema(description = "notices that had not been taken before") int taken) {}

    /** What to enter at a gateway. */
    @Schema(name = "GatewayEntry")
    public record EntryView(
            String gateway,
            @Schema(description = "where it sends its notifications") String address,
            @Schema(description = "what it signs them with") String secret) {
        static EntryView of(Entry entry) {
            return new EntryView(entry.gateway(), entry.address(), entry.secret());
        }
    }

    /** A notice of a gateway. */
    @Schema(name = "Notice")
    public record NoticeView(
            @Schema(description = "the gateway's own id") String notice,
            String gateway,
            @Schema(description = "CHARGE or REFUND") String about,
            @Schema(description = "of the charge or refund") String key,
            @Schema(description = "as the gateway said; what counts is what it answers when asked") String outcome,
            @Schema(description = "NEW, APPLIED, or DROPPED when nobody knows what it is about") String state,
            Instant at) {
        static NoticeView of(Notices.Heard heard) {
            return new NoticeView(
                    heard.notice().id(),
                    heard.gateway(),
                    heard.notice().about().name(),
                    heard.notice().key(),
                    heard.notice().outcome(),
                    heard.state().name(),
                    heard.at());
        }
    }

    /** What is to become of a payment at the sandbox gateway. */
    @Schema(name = "NewOutcome")
    public record NewOutcome(@NotNull Choice outcome) {}

    /** The notification that the sandbox gateway sent. */
    @Schema(name = "SentNotification")
    public record SentView(
            String notice,
            @Schema(description = "of the header Bottega-Signature") String signature,
            @Schema(description = "the body that was signed") String body) {}

    private final Notices notices;
    private final NoticeKeys keys;
    private final SandboxTool sandbox;

    @Activate
    public PaymentsResource(@Reference Notices notices, @Reference NoticeKeys keys, @Reference SandboxTool sandbox) {
        this.notices = notices;
        this.keys = keys;
        this.sandbox = sandbox;
    }

    @POST
    @Path("payments/notifications/{gateway}")
    @Consumes(MediaType.WILDCARD)
    @LargeBody(MOST_BYTES)
    @Anonymous
    @Operation(
            summary = "A gateway tells what has become of payments",
            description = "Signed by the gateway over the bytes sent; a signature is good for 5 minutes. Taken at once,"
                    + " applied a moment later by asking the gateway; a notice that came before is not taken again. 401"
                    + " signature-invalid; 404 gateway-not-found; 409 tenant-not-sandbox; 400 notification-invalid; 413 beyond 64 KiB. The"
                    + " sandbox gateway signs in the header Bottega-Signature: t=seconds,v1=hex HMAC-SHA256 of the"
                    + " seconds, a dot and the body.")
    public Response notifyPayments(
            @PathParam("gateway") String gateway, @Context HttpHeaders headers, InputStream body) {
        Map<String, String> first = new HashMap<>();
        headers.getRequestHeaders().forEach((name, values) -> {
            if (!values.isEmpty()) {
                first.putIfAbsent(name.toLowerCase(Locale.ROOT), String.join(",", values));
            }
        });
        int taken = notices.take(gateway, first, bytes(body));
        return Response.accepted(new Taken(taken)).build();
    }

    @GET
    @Path("payments/notifications")
    @Permission(SalesModule.PAYMENTS)
    @Operation(summary = "What gateways told, newest first", description = "403 seller-confined.")
    public Page<NoticeView> listNotices(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return notices.list(PageRequest.of(limit, cursor)).map(NoticeView::of);
    }

    @GET
    @Path("payments/gateways/{gateway}")
    @Permission(SalesModule.PAYMENTS)
    @Operation(
            summary = "What to enter at a gateway: where it sends its notifications, and the secret it signs them with",
            description = "403 seller-confined; 404 gateway-not-found; 409 tenant-not-sandbox.")
    public EntryView getGateway(@PathParam("gateway") String gateway) {
        return EntryView.of(keys.entry(gateway));
    }

    @POST
    @Path("payments/gateways/{gateway}/renew")
    @Permission(SalesModule.PAYMENTS)
    @Operation(
            summary = "A new secret for a gateway; the former one is worthless at once",
            description =
                    "A repetition under the same key is answered without the secret, which getGateway tells. 403 seller-confined; 404 gateway-not-found; 409 tenant-not-sandbox.")
    public Response renewGateway(@PathParam("gateway") String gateway) {
        return Response.ok(EntryView.of(keys.renew(gateway)))
                .header("Pragma", "no-cache")
                .build();
    }

    @POST
    @Path("sandbox/payments/{transaction}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.SELL)
    @Operation(
            summary = "Chooses what becomes of a payment that the sandbox gateway has",
            description = "The gateway sends a notification of it, which is applied a moment later. 202 with what was"
                    + " sent; 404 purchase-not-found; 409 payment-not-sandbox, tenant-not-sandbox. Cards that do things by themselves:"
                    + " …0002 approved, …0010 no funds, …0028 blocked, …0036 delayed a minute, …0044 charged back after 5"
                    + " minutes, …0051 analysed and approved, …0069 analysed and refused, …0077 delayed and refused, …0085"
                    + " unpaid, …0093 unpaid and collected by the second attempt, …0101 dispute won, …0119 dispute lost;"
                    + " before the dots 400000000000.")
    public Response chooseOutcome(@PathParam("transaction") String transaction, @NotNull @Valid NewOutcome body) {
        SandboxTool.Sent sent = sandbox.choose(transaction, body.outcome());
        return Response.accepted(new SentView(sent.notice(), sent.signature(), sent.body()))
                .build();
    }

    private static byte[] bytes(InputStream body) {
        try (body) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
