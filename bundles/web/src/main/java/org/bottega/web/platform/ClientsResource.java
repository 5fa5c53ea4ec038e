package org.bottega.web.platform;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import org.bottega.api.platform.Clients;
import org.bottega.api.platform.Clients.Client;
import org.bottega.api.spi.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/clients}. */
@Component(service = PlatformResource.class)
@Path("clients")
@Produces(MediaType.APPLICATION_JSON)
public final class ClientsResource implements PlatformResource {

    private static final String PERMISSION = "core:clients";

    /** A client to be added. */
    @Schema(name = "NewClient")
    public record NewClient(
            @NotBlank @Schema(description = "what it is for") String label,
            @Schema(description = "the one seller it is confined to") String seller,
            @NotNull Set<String> permissions) {}

    /** A client. */
    @Schema(name = "Client")
    public record ClientView(
            @Schema(description = "client_id") String client,
            String label,
            String seller,
            Set<String> permissions,
            Instant createdAt,
            @Schema(description = "null while it is good") Instant revokedAt,
            @Schema(description = "client_secret; told this once, when it is added") String secret) {
        static ClientView of(Client c, String secret) {
            return new ClientView(
                    c.id(),
                    c.label(),
                    c.seller(),
                    new TreeSet<>(c.permissions()),
                    c.createdAt(),
                    c.revokedAt(),
                    secret);
        }
    }

    private final Clients clients;
    private final Addresses addresses;

    @Activate
    public ClientsResource(@Reference Clients clients, @Reference Addresses addresses) {
        this.clients = clients;
        this.addresses = addresses;
    }

    @GET
    @Permission(PERMISSION)
    @Operation(
            summary = "API clients, newest first, revoked ones too",
            description = "A caller confined to a seller sees that seller's. Errors: cursor-invalid.")
    public Page<ClientView> listClients(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return clients.list(PageRequest.of(limit, cursor)).map(client -> ClientView.of(client, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(PERMISSION)
    @Operation(
            summary = "Adds an API client",
            description = "The secret is told this once; a repetition under the same key is answered without it."
                    + " 404 seller-not-found; 403 permission-missing when you do not have what you give;"
                    + " 400 permission-unknown, permissions-missing, seller-missing, text-too-long.")
    public Response addClient(@NotNull @Valid NewClient body) {
        var made = clients.create(body.label(), body.seller(), body.permissions());
        return Response.created(addresses.of("clients", made.client().id()))
                .header("Pragma", "no-cache")
                .entity(ClientView.of(made.client(), made.secret()))
                .build();
    }

    @DELETE
    @Path("{client}")
    @Permission(PERMISSION)
    @Operation(
            summary = "Revokes an API client and its tokens, at once",
            description = "404 client-not-found. Doing it twice is fine.")
    public void revokeClient(@PathParam("client") String client) {
        clients.revoke(client);
    }
}
