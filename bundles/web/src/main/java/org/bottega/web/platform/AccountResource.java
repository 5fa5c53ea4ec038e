package org.bottega.web.platform;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.bottega.api.platform.Account;
import org.bottega.api.spi.InSteps;
import org.bottega.api.spi.Permission;
import org.bottega.web.json.Languages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/account}: the caller's own. */
@Component(service = PlatformResource.class)
@Path("account")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountResource implements PlatformResource {

    private static final String PERMISSION = "core:account";

    /** What somebody may change of the own account. */
    @Schema(name = "AccountSettings")
    public record Settings(String name, @NotNull @Schema(description = "language of mails: en, it") String locale) {}

    /** Another password. */
    @Schema(name = "NewPassword")
    public record NewPassword(
            @NotNull @Schema(description = "the present one") String old,
            @NotNull
                    @Schema(
                            description = "7 to 20 characters, at least one letter and one digit, no space anywhere"
                                    + " (ACC-04, ACC-05, ACC-06)")
                    String password) {}

    /** Where to go with a forgotten password. */
    @Schema(name = "PasswordLink")
    public record Link(@Schema(description = "public page; it stays the same") String url) {}

    private final Account account;

    @Activate
    public AccountResource(@Reference Account account) {
        this.account = account;
    }

    @GET
    @Permission(PERMISSION)
    @Operation(summary = "Oneself", description = "404 account-not-found for callers that are no people.")
    public UserView getAccount() {
        return UserView.of(account.own());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(PERMISSION)
    @Operation(
            summary = "Changes the own name and language",
            description = "400 locale-unknown, text-missing, text-too-long; 404 account-not-found.")
    public UserView setAccount(@NotNull @Valid Settings body) {
        return UserView.of(account.change(body.name(), Languages.of(body.locale())));
    }

    @PUT
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(PERMISSION)
    @InSteps
    @Operation(
            summary = "Sets another password and ends all own sessions, this one too",
            description = "ACC-04, ACC-05, ACC-06. 400 password-too-short, password-too-long, password-without-letter,"
                    + " password-without-digit, password-with-space; password-unchanged; 403 password-wrong; 429 too-many-tries;"
                    + " 404 account-not-found. A mail tells the owner.")
    public void setPassword(@NotNull @Valid NewPassword body) {
        account.changePassword(body.old(), body.password());
    }

    @GET
    @Path("password-link")
    @Permission(PERMISSION)
    @Operation(
            summary = "The public page for a forgotten password, to be given to buyers",
            description = "ACC-08. The address stays the same.")
    public Link getPasswordLink() {
        return new Link(account.passwordPage());
    }
}
