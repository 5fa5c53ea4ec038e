package org.bottega.web.platform;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import java.util.TreeSet;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
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
import org.bottega.api.platform.Roles;
import org.bottega.api.platform.Roles.Role;
import org.bottega.api.spi.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/roles}. */
@Component(service = PlatformResource.class)
@Path("roles")
@Produces(MediaType.APPLICATION_JSON)
public final class RolesResource implements PlatformResource {

    private static final String PERMISSION = "core:users";

    /** A role to be added. */
    @Schema(name = "NewRole")
    public record NewRole(
            @NotBlank @Schema(description = "2 to 30 lower-case letters, digits and hyphens") String role,
            @NotNull Set<String> permissions) {}

    /** What a role is to allow. */
    @Schema(name = "RolePermissions")
    public record Permissions(@NotNull Set<String> permissions) {}

    /** A role. */
    @Schema(name = "Role")
    public record RoleView(
            String role,
            Set<String> permissions,
            @Schema(description = "whether it follows the modules and cannot be changed") boolean builtIn) {
        static RoleView of(Role role) {
            return new RoleView(role.id(), new TreeSet<>(role.permissions()), role.builtIn());
        }
    }

    private final Roles roles;
    private final Addresses addresses;

    @Activate
    public RolesResource(@Reference Roles roles, @Reference Addresses addresses) {
        this.roles = roles;
        this.addresses = addresses;
    }

    @GET
    @Permission(PERMISSION)
    @Operation(
            summary = "Roles: the built-in administrator and support, then the marketplace's own",
            description = "Errors: cursor-invalid.")
    public Page<RoleView> listRoles(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return roles.list(PageRequest.of(limit, cursor)).map(RoleView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(PERMISSION)
    @Operation(
            summary = "Adds a role",
            description = "409 role-exists; 403 permission-missing when you do not have what you give, seller-confined;"
                    + " 400 slug-invalid, permission-unknown, permissions-missing.")
    public Response addRole(@NotNull @Valid NewRole body) {
        Role role = roles.create(body.role(), body.permissions());
        return Response.created(addresses.of("roles", role.id()))
                .entity(RoleView.of(role))
                .build();
    }

    @PUT
    @Path("{role}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(PERMISSION)
    @Operation(
            summary = "Changes what a role allows, from the next request on",
            description = "404 role-not-found; 409 role-built-in; 403 permission-missing, seller-confined;"
                    + " 400 permission-unknown, permissions-missing.")
    public RoleView setRole(@PathParam("role") String role, @NotNull @Valid Permissions body) {
        return RoleView.of(roles.change(role, body.permissions()));
    }

    @DELETE
    @Path("{role}")
    @Permission(PERMISSION)
    @Operation(
            summary = "Removes a role that nobody has",
            description =
                    "404 role-not-found; 409 role-in-use, role-built-in; 403 permission-missing, seller-confined.")
    public void removeRole(@PathParam("role") String role) {
        roles.remove(role);
    }
}
