package org.bottega.web.platform;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
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
import org.bottega.api.Problem;
import org.bottega.api.platform.Users;
import org.bottega.api.platform.Users.Kind;
import org.bottega.api.platform.Users.User;
import org.bottega.api.spi.Permission;
import org.bottega.web.json.Languages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/users}. */
@Component(service = PlatformResource.class)
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
public final class UsersResource implements PlatformResource {

    private static final String PERMISSION = "core:users";

    /** Somebody to be added. */
    @Schema(name = "NewUser")
    public record NewUser(
            @NotNull @Schema(description = "STAFF, who works here, or BUYER") Kind kind,
            @NotBlank @Schema(description = "address to log in with; a link for the password is mailed there")
                    String email,
            String name,
            @Schema(description = "the one seller that staff are confined to; absent: none, or your own") String seller,
            @Schema(description = "id of a role; of staff only") String role,
            @Schema(description = "language of mails: en, it") String locale) {}

    /** Another role. */
    @Schema(name = "UserRole")
    public record NewRole(@NotBlank @Schema(description = "id of a role") String role) {}

    private final Users users;
    private final Addresses addresses;

    @Activate
    public UsersResource(@Reference Users users, @Reference Addresses addresses) {
        this.users = users;
        this.addresses = addresses;
    }

    @GET
    @Permission(PERMISSION)
    @Operation(
            summary = "People who can log in, newest first",
            description = "ACC-09. A caller confined to a seller sees that seller's staff. Errors: cursor-invalid.")
    public Page<UserView> listUsers(
            @BeanParam UsersQuery query, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return users.list(query.filter(), PageRequest.of(limit, cursor)).map(UserView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(PERMISSION)
    @Operation(
            summary = "Adds somebody, and mails a link for setting the password",
            description =
                    "ACC-09. 409 user-exists; 404 role-not-found, seller-not-found; 403 permission-missing when the"
                            + " role can do more than you, seller-confined; 400 email-invalid, role-missing, role-of-buyer,"
                            + " locale-unknown.")
    public Response addUser(@NotNull @Valid NewUser body) {
        User user = users.create(new Users.NewUser(
                body.kind(), body.email(), body.name(), body.seller(), body.role(), Languages.of(body.locale())));
        return Response.created(addresses.of("users", user.id()))
                .entity(UserView.of(user))
                .build();
    }

    @GET
    @Path("{user}")
    @Permission(PERMISSION)
    @Operation(summary = "Somebody who can log in", description = "404 user-not-found.")
    public UserView getUser(@PathParam("user") String user) {
        return users.find(user).map(UserView::of).orElseThrow(() -> Problem.notFound("user", user));
    }

    @POST
    @Path("{user}/disable")
    @Permission(PERMISSION)
    @Operation(
            summary = "Keeps somebody from logging in, and ends all sessions at once",
            description = "404 user-not-found; 409 own-account; 403 permission-missing when he can do more than you.")
    public UserView disableUser(@PathParam("user") String user) {
        return UserView.of(users.disable(user));
    }

    @POST
    @Path("{user}/enable")
    @Permission(PERMISSION)
    @Operation(
            summary = "Lets somebody log in again",
            description = "404 user-not-found; 409 own-account; 403 permission-missing when he can do more than you.")
    public UserView enableUser(@PathParam("user") String user) {
        return UserView.of(users.enable(user));
    }

    @PUT
    @Path("{user}/role")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(PERMISSION)
    @Operation(
            summary = "Gives staff another role, from the next request on",
            description = "404 user-not-found, role-not-found; 409 own-account, role-of-buyer; 403 permission-missing.")
    public UserView changeRole(@PathParam("user") String user, @NotNull @Valid NewRole body) {
        return UserView.of(users.changeRole(user, body.role()));
    }
}
