package org.bottega.webhooks.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import javax.validation.Valid;
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
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.Permission;
import org.bottega.webhooks.Deliveries;
import org.bottega.webhooks.DeliveryState;
import org.bottega.webhooks.WebhooksModule;
import org.bottega.webhooks.store.AttemptRows.Attempt;
import org.bottega.webhooks.store.DeliveryRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/webhooks/deliveries}, and those of an endpoint. */
@Component(service = DeliveriesResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class DeliveriesResource {

    /** One event for one endpoint. */
    @Schema(name = "WebhookDelivery")
    public record DeliveryView(
            @Schema(description = "its id") String delivery,
            String endpoint,
            @Schema(description = "the event's id: webhook-id, the same at every attempt and replay") String event,
            String type,
            DeliveryState state,
            @Schema(description = "since it was queued last") int attempts,
            @Schema(description = "of the last answer, if there was one") Integer lastStatus,
            @Schema(description = "why the last attempt failed") String lastError,
            Instant createdAt,
            @Schema(description = "of one that is pending") Instant nextAttemptAt,
            @Schema(description = "when it was delivered or given up") Instant endedAt) {
        static DeliveryView of(DeliveryRow row) {
            return new DeliveryView(
                    row.id(),
                    row.endpointId(),
                    row.eventId(),
                    row.eventType(),
                    row.state(),
                    row.tries(),
                    row.lastStatus(),
                    row.lastError(),
                    row.createdAt(),
                    row.nextTryAt(),
                    row.endedAt());
        }
    }

    /** One attempt at a delivery. */
    @Schema(name = "WebhookAttempt")
    public record AttemptView(
            Instant at,
            @Schema(description = "milliseconds until its outcome was known") int millis,
            @Schema(description = "of the answer, if there was one") Integer status,
            @Schema(description = "why it failed") String error,
            @Schema(description = "how the answer's body begins, at most 1000 characters") String answer) {
        static AttemptView of(Attempt a) {
            return new AttemptView(a.begun(), a.millis(), a.status(), a.error(), a.answer());
        }
    }

    /** A delivery, what is sent, and how it went. */
    @Schema(name = "WholeWebhookDelivery")
    public record WholeView(
            DeliveryView delivery,
            @Schema(description = "the body that is signed and sent") String body,
            @Schema(description = "the first hundred, the oldest first") List<AttemptView> attempts) {}

    /** From when on to send again. */
    @Schema(name = "ReplayFailed")
    public record ReplayFailed(@NotNull @Schema(description = "what failed of events told since then") Instant since) {}

    /** What was queued anew. */
    @Schema(name = "Replayed")
    public record ReplayedView(
            @Schema(description = "deliveries queued anew, at most 1000") int replayed,
            @Schema(description = "whether more are left: ask again") boolean more) {}

    private final Deliveries deliveries;

    @Activate
    public DeliveriesResource(@Reference Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GET
    @Path("endpoints/{endpoint}/deliveries")
    @Permission(WebhooksModule.READ)
    @Operation(
            summary = "What was, or is to be, sent to an endpoint, newest first",
            description = "Kept for 30 days. 400 parameter-invalid, cursor-invalid; 403 seller-confined; 404"
                    + " endpoint-not-found.")
    public Page<DeliveryView> listDeliveries(
            @PathParam("endpoint") String endpoint,
            @Parameter(description = "PENDING, DELIVERED or FAILED") @QueryParam("state") DeliveryState state,
            @Parameter(description = "type of event") @QueryParam("type") String type,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return deliveries
                .list(endpoint, state, type, PageRequest.of(limit, cursor))
                .map(DeliveryView::of);
    }

    @POST
    @Path("endpoints/{endpoint}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(WebhooksModule.WRITE)
    @Operation(
            summary = "Sends again what an endpoint did not take since an instant",
            description = "403 seller-confined; 404 endpoint-not-found; 409 endpoint-disabled.")
    public Response replayFailed(@PathParam("endpoint") String endpoint, @NotNull @Valid ReplayFailed body) {
        Deliveries.Replayed replayed = deliveries.replaySince(endpoint, body.since());
        return Response.accepted(new ReplayedView(replayed.count(), replayed.more()))
                .build();
    }

    @GET
    @Path("deliveries/{delivery}")
    @Permission(WebhooksModule.READ)
    @Operation(
            summary = "A delivery with its body and its attempts",
            description = "403 seller-confined; 404 delivery-not-found.")
    public WholeView getDelivery(@PathParam("delivery") String delivery) {
        Deliveries.Whole whole = deliveries.get(delivery);
        return new WholeView(
                DeliveryView.of(whole.delivery()),
                whole.body(),
                whole.attempts().stream().map(AttemptView::of).toList());
    }

    @POST
    @Path("deliveries/{delivery}/replay")
    @Permission(WebhooksModule.WRITE)
    @Operation(
            summary = "Sends a delivery again that was delivered or given up",
            description = "Under the same webhook-id. 403 seller-confined; 404 delivery-not-found; 409"
                    + " delivery-pending, endpoint-disabled.")
    public Response replayDelivery(@PathParam("delivery") String delivery) {
        deliveries.replay(delivery);
        return Response.accepted(new EndpointsResource.QueuedView(delivery)).build();
    }
}
