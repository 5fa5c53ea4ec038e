package org.bottega.ticketing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.bottega.api.Problem;
import org.bottega.api.spi.Permission;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.Deadlines;
import org.bottega.ticketing.TicketType;
import org.bottega.ticketing.TicketingModule;
import org.bottega.ticketing.deadline.Deadline;
import org.bottega.ticketing.deadline.DeadlinePolicy;
import org.bottega.ticketing.deadline.Opening;
import org.bottega.ticketing.deadline.ProcessingClock;
import org.bottega.ticketing.deadline.SellerDays;
import org.bottega.ticketing.deadline.SupportClock;
import org.bottega.ticketing.deadline.SupportClock.Silence;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code POST /api/{tenant}/ticketing/deadline-preview}: what if. Nothing is kept. */
@Component(service = PreviewResource.class)
@Path("deadline-preview")
@Produces(MediaType.APPLICATION_JSON)
public final class PreviewResource {

    private final Deadlines deadlines;

    @Activate
    public PreviewResource(@Reference Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** A ticket that might be. */
    @Schema(name = "DeadlinePreview")
    public record Question(
            @Schema(description = "all of it; absent: the tenant's own") DeadlinePolicy policy,
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "the seller's, such as Europe/Rome")
                    String zone,
            @Schema(requiredMode = RequiredMode.REQUIRED) Instant openedAt,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            description = "who opens it; for SUPPORT who touched it last: CUSTOMER, SELLER or OPERATOR")
                    Actor actor,
            @Schema(requiredMode = RequiredMode.REQUIRED) TicketType type) {}

    /** When what would happen, and why then. */
    @Schema(name = "DeadlinePreviewed")
    public record Answer(
            Instant dueAt,
            List<DueView.Part> segments,
            List<String> words,
            @Schema(description = "for SUPPORT: what comes before") List<DueView> warnings) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(TicketingModule.READ)
    @Operation(
            summary = "When a ticket would be due, and why then",
            description = "D3 to D6, TKT-12, TKT-22, TKT-27 to TKT-32. For SUPPORT, dueAt is the closing. 400"
                    + " field-missing, zone-unknown, moment-out-of-range, actor-invalid, hours-out-of-range,"
                    + " minutes-out-of-range, days-out-of-range, language-unknown.")
    public Answer previewDeadline(
            @QueryParam("language") @Parameter(description = "of the words: en (when absent) or it") String language,
            @NotNull @Valid Question body) {
        Locale words = DueView.language(language);
        ZoneId zone = zone(body.zone());
        DeadlinePolicy policy = body.policy() == null ? deadlines.policy() : body.policy();
        if (body.type() == null) {
            throw Problem.invalid("field-missing", "type", "REFUND, CANCELLATION or SUPPORT");
        }
        if (body.type() != TicketType.SUPPORT) {
            Opening opening = Opening.of(body.openedAt(), body.actor(), body.type());
            return answer(ProcessingClock.deadline(opening, policy, SellerDays.in(zone)), List.of(), zone, words);
        }
        Opening.of(body.openedAt(), body.actor(), TicketType.REFUND);
        Silence silence = body.actor() == Actor.SELLER
                ? SupportClock.ofCustomer(body.openedAt(), policy, SellerDays.in(zone))
                : SupportClock.ofSeller(body.openedAt(), policy, SellerDays.in(zone));
        return answer(silence.close(), silence.warnings(), zone, words);
    }

    private static Answer answer(Deadline due, List<Deadline> warnings, ZoneId zone, Locale language) {
        DueView view = DueView.of(due, zone, language);
        return new Answer(
                view.dueAt(),
                view.segments(),
                view.words(),
                warnings.stream()
                        .map(warning -> DueView.of(warning, zone, language))
                        .toList());
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id == null ? "" : id);
        } catch (DateTimeException unknown) {
            throw Problem.invalid("zone-unknown", "zone", "the id of a time zone, such as Europe/Rome");
        }
    }
}
