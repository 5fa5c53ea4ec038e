package org.bottega.web.platform;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.bottega.api.platform.DataDesk;
import org.bottega.api.platform.DataDesk.Line;
import org.bottega.api.spi.Download;
import org.bottega.api.spi.InSteps;
import org.bottega.api.spi.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/persons}. */
@Component(service = PlatformResource.class)
@Path("persons")
@Produces(MediaType.APPLICATION_JSON)
public final class PersonsResource implements PlatformResource {

    private static final String ADDRESS = "the buyer's address";

    /** A line of what was done. */
    @Schema(name = "ErasedLine")
    public record LineView(
            String module,
            @Schema(description = "a table, or in words") String what,
            long count,
            @Schema(description = "why it was kept; null when it was erased") String kept) {

        static LineView of(Line line) {
            return new LineView(line.module(), line.what(), line.count(), line.why());
        }
    }

    /** What was erased, and what was kept. */
    @Schema(name = "Erased")
    public record Erased(
            @Schema(description = "stands for the address from now on") String subject, List<LineView> lines) {}

    private final DataDesk desk;

    @Activate
    public PersonsResource(@Reference DataDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path("export")
    @Permission("core:persons")
    @Operation(
            summary = "What is known of a buyer, as a zip",
            description = "Addresses of others are left out. Errors: email-invalid (400), seller-confined (403).")
    public Download exportPerson(@Parameter(description = ADDRESS) @QueryParam("email") String email) {
        desk.checkPerson(email);
        return Download.whole("application/zip", "person.zip", (out, from, to) -> desk.exportPerson(email, out));
    }

    @DELETE
    @InSteps
    @Permission("core:persons")
    @Operation(
            summary = "Erases a buyer; what must be kept tells of nobody any more",
            description = "Reads every row of the tenant. Doing it twice is fine. Errors: email-invalid (400),"
                    + " seller-confined (403), person-is-staff (409).")
    public Erased erasePerson(@Parameter(description = ADDRESS) @QueryParam("email") String email) {
        var report = desk.erasePerson(email);
        return new Erased(
                report.subject(), report.lines().stream().map(LineView::of).toList());
    }
}
