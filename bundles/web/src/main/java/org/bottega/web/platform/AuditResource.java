package org.bottega.web.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.AuditLog;
import org.bottega.api.spi.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/audit}. */
@Component(service = PlatformResource.class)
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource implements PlatformResource {

    /** Who did it. */
    @Schema(name = "AuditActor")
    public record Actor(@Schema(description = "CLIENT, STAFF, BUYER, SYSTEM or OPERATOR") String kind, String id) {}

    /** One line. */
    @Schema(name = "AuditLine")
    public record Line(
            String id,
            Instant at,
            Actor actor,
            @Schema(description = "the seller the actor was confined to, or null") String seller,
            @Schema(description = "what was done, such as client.create") String action,
            @Schema(description = "id of the thing it was done to") String subject,
            Map<String, Object> details,
            @Schema(description = "id of the request") String request) {}

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final AuditLog log;
    private final ObjectMapper mapper = new ObjectMapper();

    @Activate
    public AuditResource(@Reference AuditLog log) {
        this.log = log;
    }

    @GET
    @Permission("core:audit")
    @Operation(
            summary = "Who changed what, when",
            description = "Newest first. A caller confined to a seller sees what that seller's people did."
                    + " Errors: cursor-invalid, limit-out-of-range, parameter-invalid.")
    public Page<Line> listAudit(
            @BeanParam AuditQuery query, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return log.find(query.filter(), PageRequest.of(limit, cursor)).map(this::line);
    }

    private Line line(AuditLog.Entry entry) {
        return new Line(
                entry.id(),
                entry.at(),
                new Actor(entry.actorKind(), entry.actor()),
                entry.seller(),
                entry.action(),
                entry.subject(),
                details(entry),
                entry.request());
    }

    private Map<String, Object> details(AuditLog.Entry entry) {
        try {
            return mapper.readValue(entry.details(), DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("details of " + entry.id(), e);
        }
    }
}
