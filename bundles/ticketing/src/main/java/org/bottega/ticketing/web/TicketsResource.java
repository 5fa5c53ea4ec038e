package org.bottega.ticketing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.bottega.api.Page;
import org.bottega.api.spi.InSteps;
import org.bottega.api.spi.Permission;
import org.bottega.ticketing.TicketingModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/ticketing/tickets}: for sellers, and for those who write down what customers say. */
@Component(service = TicketsResource.class)
@Path("tickets")
@Produces(MediaType.APPLICATION_JSON)
public final class TicketsResource {

    private static final String STATE = " 404 ticket-not-found; 409 ticket-closed, ticket-opening, ticket-processing";

    private static final String SALES = ", ticket-open, transition-forbidden, refund-period-over, payment-not-ours,"
            + " payment-not-settled, payment-disputed, refund-in-progress, nothing-was-paid";

    private final Desk desk;

    @Activate
    public TicketsResource(@Reference Desk desk) {
        this.desk = desk;
    }

    @POST
    @InSteps
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(TicketingModule.WRITE)
    @Operation(
            summary = "Opens a ticket about a purchase",
            description = "TKT-01 to TKT-05, TKT-12, TKT-22, D7, D25, D26. 400 field-missing, reason-unknown, too-long,"
                    + " amount-not-allowed; 403 seller-confined, buyers-only, permission-missing when a REFUND is asked"
                    + " for without sales:refund; 404 purchase-not-found; 409"
                    + " cancellation-not-offered" + SALES + ".")
    public Response openTicket(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid Bodies.Opening body) {
        return desk.open(key, body, "tickets");
    }

    @GET
    @Permission(TicketingModule.READ)
    @Operation(summary = "Tickets", description = "TKT-08. All filters must hold.")
    public Page<TicketView> listTickets(
            @BeanParam TicketQuery query, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return desk.list(query, limit, cursor);
    }

    @GET
    @Path("{ticket}")
    @Permission(TicketingModule.READ)
    @Operation(
            summary = "A ticket, what was said, what happened, and why it is due then",
            description = "TKT-13, TKT-20, TKT-33. 400 language-unknown; 404 ticket-not-found.")
    public TicketDetails getTicket(
            @PathParam("ticket") String ticket,
            @QueryParam("commentsAfter") @Parameter(description = "id of a comment: those after it") String after,
            @QueryParam("language") @Parameter(description = "of the words: en (when absent) or it") String language) {
        return desk.get(ticket, after, language);
    }

    @POST
    @Path("{ticket}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(TicketingModule.WRITE)
    @Operation(
            summary = "Writes on a ticket; on a support ticket the clock begins anew",
            description = "TKT-08, TKT-33. 400 field-missing, too-long, characters-not-allowed;" + STATE + ".")
    public Response commentTicket(@PathParam("ticket") String ticket, @NotNull @Valid Bodies.Words body) {
        return desk.comment(ticket, body);
    }

    @POST
    @Path("{ticket}/change")
    @InSteps
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(TicketingModule.WRITE)
    @Operation(
            summary = "Changes what it asks for: to REFUND with a fresh clock, to SUPPORT and the refund stops",
            description = "TKT-15, TKT-16, TKT-26, TKT-36, D18, D25. 403 permission-missing when it becomes a REFUND"
                    + " without sales:refund;" + STATE + ", ticket-type-same, consent-missing,"
                    + " cancellation-not-offered" + SALES + ".")
    public TicketView changeTicket(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("ticket") String ticket,
            @NotNull @Valid Bodies.Changing body) {
        return desk.change(key, ticket, body);
    }

    @POST
    @Path("{ticket}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(TicketingModule.WRITE)
    @Operation(
            summary = "Closes it: nothing is given back",
            description = "TKT-14, TKT-16, TKT-23, D20." + STATE + ", consent-missing.")
    public TicketView closeTicket(@PathParam("ticket") String ticket, @NotNull @Valid Bodies.Closing body) {
        return desk.close(ticket, body);
    }

    @POST
    @Path("{ticket}/reopen")
    @InSteps
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(TicketingModule.WRITE)
    @Operation(
            summary = "Opens a closed ticket again, with a comment",
            description = "D19. 403 permission-missing for a REFUND without sales:refund; 404 ticket-not-found;"
                    + " 409 ticket-not-closed, ticket-processed" + SALES + ".")
    public TicketView reopenTicket(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("ticket") String ticket,
            @NotNull @Valid Bodies.Reopening body) {
        return desk.reopen(key, ticket, body);
    }
}
