package org.bottega.web.platform;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.bottega.api.Problem;
import org.bottega.api.platform.TenantClocks;
import org.bottega.api.spi.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/clock}. */
@Component(service = PlatformResource.class)
@Path("clock")
@Produces(MediaType.APPLICATION_JSON)
public final class ClockResource implements PlatformResource {

    /** How far to move it: one of the two. */
    @Schema(name = "ClockAdvance")
    public record Advance(
            @Schema(description = "a span such as P3D, P1M, PT90M or P1M2DT3H, on the calendar of the tenant's zone")
                    String by,
            @Schema(description = "an instant") Instant to) {}

    /** A move of the clock. */
    @Schema(name = "ClockMove")
    public record Move(
            @Schema(description = "MOVING, DONE or STUCK") String state,
            Instant from,
            Instant to,
            @Schema(description = "due instants it has stopped at") long steps,
            @Schema(description = "due rows done") long processed,
            @Schema(description = "what could not be done or delivered, a line each") List<String> failures,
            @Schema(description = "in real time") Instant begunAt,
            @Schema(description = "in real time; null until the end") Instant endedAt) {}

    /** What the clock says. */
    @Schema(name = "TenantClock")
    public record Clock(
            @Schema(description = "the tenant's time") Instant now,
            @Schema(description = "the real time") Instant real,
            @Schema(description = "whether it can be moved: only that of a sandbox") boolean movable,
            @Schema(description = "the newest move, or null") Move move) {}

    private final TenantClocks clocks;

    @Activate
    public ClockResource(@Reference TenantClocks clocks) {
        this.clocks = clocks;
    }

    @GET
    @Permission("core:clock")
    @Operation(summary = "What the tenant's clock says, and how far its last move is")
    public Clock getClock() {
        return view(clocks.show());
    }

    @POST
    @Path("advance")
    @Permission("core:clock")
    @Operation(
            summary = "Moves the clock of a sandbox forward, through all that falls due on the way",
            description = "It goes on behind the scenes; ask GET clock how far it is. Errors: by-or-to, span-invalid,"
                    + " clock-backward, clock-too-far (400), clock-not-movable, clock-moving, tenant-suspended (409),"
                    + " seller-confined (403).")
    @ApiResponse(responseCode = "202", description = "The clock is being moved")
    public Response advanceClock(Advance how) {
        if (how == null || (how.by() == null) == (how.to() == null)) {
            throw Problem.invalid("by-or-to", "by", "one of the two: by, a span of time, or to, an instant");
        }
        TenantClocks.Reading reading = how.by() == null ? clocks.advanceTo(how.to()) : clocks.advance(how.by());
        return Response.accepted(view(reading)).build();
    }

    private static Clock view(TenantClocks.Reading reading) {
        return new Clock(
                reading.now(), reading.real(), reading.movable(), reading.move() == null ? null : view(reading.move()));
    }

    private static Move view(TenantClocks.Move move) {
        return new Move(
                move.state().name(),
                move.from(),
                move.to(),
                move.steps(),
                move.processed(),
                move.failures(),
                move.begunAt(),
                move.endedAt());
    }
}
