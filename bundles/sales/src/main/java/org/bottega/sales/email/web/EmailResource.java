package org.bottega.sales.email.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.InSteps;
import org.bottega.api.spi.Permission;
import org.bottega.sales.SalesModule;
import org.bottega.sales.email.EmailChanges;
import org.bottega.sales.email.web.EmailView.ChangeView;
import org.bottega.sales.email.web.EmailView.NewChange;
import org.bottega.sales.email.web.EmailView.PreviewView;
import org.bottega.sales.email.web.EmailView.Reasons;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/purchases/{transaction}/change-email} and what belongs to it. */
@Component(service = EmailResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class EmailResource {

    private final EmailChanges changes;

    @Activate
    public EmailResource(@Reference EmailChanges changes) {
        this.changes = changes;
    }

    @GET
    @Path("email-change-reasons")
    @Permission(SalesModule.EMAIL)
    @Operation(summary = "Reasons for changing an address, with labels", description = "ACC-14.")
    public Reasons listEmailChangeReasons() {
        return Reasons.all();
    }

    @GET
    @Path("purchases/{transaction}/change-email")
    @Permission(SalesModule.EMAIL)
    @Operation(
            summary = "Whether the address of a purchase can be changed, or which conditions are not met",
            description = "ACC-16, D2. 400 email-invalid; 404 purchase-not-found.")
    public PreviewView previewEmailChange(
            @PathParam("transaction") String transaction,
            @Parameter(description = "judged too when given") @QueryParam("newEmail") String newEmail) {
        return PreviewView.of(changes.preview(transaction, newEmail));
    }

    @POST
    @InSteps
    @Path("purchases/{transaction}/change-email")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.EMAIL)
    @Operation(
            summary = "Changes the address of a purchase: it and its access belong to the buyer with the new one",
            description =
                    "ACC-10 to ACC-16, D2. Undone by changing it back, which counts as a change. 400 field-missing,"
                            + " reason-unknown, email-invalid, emails-differ, all at once; 403 email-change-by-support; 404"
                            + " purchase-not-found; 409 current-email-wrong, email-change-status, email-change-too-old,"
                            + " email-change-accessed, email-change-limit, email-change-same, email-change-sellers-address, all"
                            + " that fail among the errors. Under SUPPORT: 409 tax-id-not-on-file, 422 identity-not-proved, 429"
                            + " too-many-tries.")
    public ChangeView changeEmail(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("transaction") String transaction,
            @NotNull NewChange body) {
        return ChangeView.of(changes.change(key, transaction, body.form()));
    }

    @GET
    @Path("purchases/{transaction}/email-changes")
    @Permission(SalesModule.EMAIL)
    @Operation(summary = "Changes that a purchase has had, newest first", description = "404 purchase-not-found.")
    public Page<ChangeView> listEmailChanges(
            @PathParam("transaction") String transaction,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return changes.history(transaction, PageRequest.of(limit, cursor)).map(ChangeView::of);
    }
}
