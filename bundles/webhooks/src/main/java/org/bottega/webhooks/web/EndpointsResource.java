package org.bottega.webhooks.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.InSteps;
import org.bottega.api.spi.Permission;
import org.bottega.webhooks.Endpoints;
import org.bottega.webhooks.EventTypes;
import org.bottega.webhooks.Ground;
import org.bottega.webhooks.WebhooksModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/webhooks/endpoints} and {@code …/event-types}. */
@Component(service = EndpointsResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class EndpointsResource {

    private static final String REFUSALS = " 400 url-invalid, url-scheme-not-allowed, url-with-credentials,"
            + " url-host-unknown, url-address-not-allowed, events-out-of-range, event-type-unknown, email-invalid,"
            + " text-too-long, text-invalid; 403 seller-confined";

    /** All there is, on one page. */
    @Schema(name = "WebhookEventTypes")
    public record TypesView(List<TypeView> items) {}

    /** A type of events. */
    @Schema(name = "WebhookEventType")
    public record TypeView(
            @Schema(description = "its name, for events of an endpoint") String type,
            @Schema(description = "id of the module it comes from") String module,
            @Schema(description = "whether that is on for this marketplace") boolean on) {}

    /** A delivery that was queued. */
    @Schema(name = "QueuedWebhook")
    public record QueuedView(String delivery) {}

    private final Endpoints endpoints;
    private final EventTypes types;
    private final Ground ground;

    @Activate
    public EndpointsResource(@Reference Endpoints endpoints, @Reference EventTypes types, @Reference Ground ground) {
        this.endpoints = endpoints;
        this.types = types;
        this.ground = ground;
    }

    @GET
    @Path("event-types")
    @Permission(WebhooksModule.READ)
    @Operation(summary = "Types of events that can be sent, by name")
    public TypesView getEventTypes() {
        return new TypesView(types.list(ground.tenant()).stream()
                .map(type -> new TypeView(type.name(), type.module(), type.on()))
                .toList());
    }

    @POST
    @Path("endpoints")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(WebhooksModule.WRITE)
    @InSteps
    @Operation(
            summary = "Adds an endpoint",
            description = "Events that happen from now on are sent to it. The secret is told this once; a repetition"
                    + " under the same key is answered without it." + REFUSALS + "; 409 too-many-endpoints.")
    public Response addEndpoint(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewEndpoint body) {
        Endpoints.Told told = endpoints.create(key, body.target());
        String id = told.endpoint().id();
        return Response.created(URI.create("/api/" + ground.tenant() + "/webhooks/endpoints/" + id))
                .header("Pragma", "no-cache")
                .entity(EndpointView.of(told.endpoint(), told.secret()))
                .build();
    }

    @GET
    @Path("endpoints")
    @Permission(WebhooksModule.READ)
    @Operation(summary = "Endpoints, newest first", description = "403 seller-confined.")
    public Page<EndpointView> listEndpoints(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return endpoints.list(PageRequest.of(limit, cursor)).map(row -> EndpointView.of(row, null));
    }

    @GET
    @Path("endpoints/{endpoint}")
    @Permission(WebhooksModule.READ)
    @Operation(summary = "An endpoint", description = "403 seller-confined; 404 endpoint-not-found.")
    public EndpointView getEndpoint(@PathParam("endpoint") String endpoint) {
        return EndpointView.of(endpoints.get(endpoint), null);
    }

    @PUT
    @Path("endpoints/{endpoint}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(WebhooksModule.WRITE)
    @InSteps
    @Operation(
            summary = "Changes an endpoint; all of it is said anew",
            description = "What is still to be sent goes to the new address." + REFUSALS + "; 404 endpoint-not-found.")
    public EndpointView changeEndpoint(@PathParam("endpoint") String endpoint, @NotNull @Valid NewEndpoint body) {
        return EndpointView.of(endpoints.change(endpoint, body.target()), null);
    }

    @DELETE
    @Path("endpoints/{endpoint}")
    @Permission(WebhooksModule.WRITE)
    @Operation(
            summary = "Removes an endpoint with its log, for good; disableEndpoint can be undone",
            description = "403 seller-confined; 404 endpoint-not-found.")
    public void removeEndpoint(@PathParam("endpoint") String endpoint) {
        endpoints.remove(endpoint);
    }

    @POST
    @Path("endpoints/{endpoint}/disable")
    @Permission(WebhooksModule.WRITE)
    @Operation(
            summary = "Sends nothing more to an endpoint",
            description = "What was still to be sent has failed; enableEndpoint and replayFailed undo it. 403"
                    + " seller-confined; 404 endpoint-not-found.")
    public EndpointView disableEndpoint(@PathParam("endpoint") String endpoint) {
        return EndpointView.of(endpoints.disable(endpoint), null);
    }

    @POST
    @Path("endpoints/{endpoint}/enable")
    @Permission(WebhooksModule.WRITE)
    @Operation(
            summary = "Sends to an endpoint what happens from now on",
            description = "403 seller-confined; 404 endpoint-not-found.")
    public EndpointView enableEndpoint(@PathParam("endpoint") String endpoint) {
        return EndpointView.of(endpoints.enable(endpoint), null);
    }

    @POST
    @Path("endpoints/{endpoint}/rotate")
    @Permission(WebhooksModule.WRITE)
    @Operation(
            summary = "Gives an endpoint a new secret",
            description = "For 24 hours the secret before signs too: two signatures are sent, the new one first. A"
                    + " repetition under the same key is answered without the secret. 403 seller-confined; 404"
                    + " endpoint-not-found.")
    public Response rotateEndpoint(@PathParam("endpoint") String endpoint) {
        Endpoints.Told told = endpoints.rotate(endpoint);
        return Response.ok(EndpointView.of(told.endpoint(), told.secret()))
                .header("Pragma", "no-cache")
                .build();
    }

    @POST
    @Path("endpoints/{endpoint}/test")
    @Permission(WebhooksModule.WRITE)
    @Operation(
            summary = "Sends an event of type webhooks.Test to an endpoint",
            description = "202: getDelivery tells what becomes of it. 403 seller-confined; 404 endpoint-not-found; 409"
                    + " endpoint-disabled.")
    public Response testEndpoint(@PathParam("endpoint") String endpoint) {
        return Response.accepted(new QueuedView(endpoints.test(endpoint))).build();
    }
}
