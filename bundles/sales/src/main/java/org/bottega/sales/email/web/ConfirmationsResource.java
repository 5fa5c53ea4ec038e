package org.bottega.sales.email.web;

import io.swagger.v3.oas.annotations.Operation;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.bottega.api.spi.Anonymous;
import org.bottega.sales.email.Confirmations;
import org.bottega.sales.email.web.EmailView.ChangeView;
import org.bottega.sales.email.web.EmailView.WaitingView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the link in a confirmation mail leads to. Looking changes nothing: mail programs look too. */
@Component(service = ConfirmationsResource.class)
@Path("email-confirmations/{token}")
@Produces(MediaType.APPLICATION_JSON)
public final class ConfirmationsResource {

    private final Confirmations confirmations;

    @Activate
    public ConfirmationsResource(@Reference Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    @GET
    @Anonymous
    @Operation(
            summary = "What a confirmation link would change",
            description = "ACC-17, ACC-18. 404 confirmation-not-found; 410 confirmation-used, confirmation-voided,"
                    + " confirmation-expired.")
    public WaitingView showEmailConfirmation(@PathParam("token") String token) {
        return WaitingView.of(confirmations.show(token));
    }

    @POST
    @Anonymous
    @Operation(
            summary = "Confirms the new address: the change is made, once",
            description = "ACC-17, ACC-18. 404 and 410 as when looking; 403 email-change-by-support; 409 with the"
                    + " conditions that are no longer met.")
    public ChangeView confirmEmailChange(@PathParam("token") String token) {
        return ChangeView.of(confirmations.confirm(token));
    }
}
