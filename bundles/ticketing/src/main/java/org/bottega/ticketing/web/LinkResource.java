package org.bottega.ticketing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import org.bottega.api.spi.Anonymous;
import org.bottega.ticketing.mail.TicketLinks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/ticketing/by-link/{token}}: one ticket, for the customer who was mailed the link. */
@Component(service = LinkResource.class)
@Path("by-link/{token}")
@Produces(MediaType.APPLICATION_JSON)
public final class LinkResource {

    private static final String LINK = " 404 ticket-not-found; 410 link-voided when the purchase has another buyer";

    private final Desk desk;
    private final TicketLinks links;

    @Activate
    public LinkResource(@Reference Desk desk, @Reference TicketLinks links) {
        this.desk = desk;
        this.links = links;
    }

    @GET
    @Anonymous
    @Operation(
            summary = "The ticket of a link, what was said, what happened, and why it is due then",
            description = "TKT-10, D14. 400 language-unknown;" + LINK + ".")
    public TicketDetails getTicketByLink(
            @PathParam("token") String token,
            @QueryParam("commentsAfter") @Parameter(description = "id of a comment: those after it") String after,
            @QueryParam("language") @Parameter(description = "of the words: en (when absent) or it") String language) {
        return links.follow(token, code -> desk.get(code, after, language));
    }

    @POST
    @Path("comments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Anonymous
    @Operation(
            summary = "Writes on the ticket of a link, as its customer",
            description =
                    "TKT-08, TKT-10, TKT-33. 400 field-missing, too-long, characters-not-allowed; 403 buyers-only;"
                            + LINK + "; 409 ticket-closed, ticket-opening, ticket-processing.")
    public Response commentTicketByLink(@PathParam("token") String token, @NotNull @Valid Bodies.Words body) {
        return links.follow(token, code -> desk.comment(code, body));
    }
}
