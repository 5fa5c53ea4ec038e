package org.bottega.web.platform;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import javax.ws.rs.QueryParam;
import org.bottega.api.platform.AuditLog;

/** Which lines of the audit are wanted. */
public final class AuditQuery {

    @Parameter(description = "what was done, such as client.create")
    @QueryParam("action")
    private String action;

    @Parameter(description = "id of the thing it was done to")
    @QueryParam("subject")
    private String subject;

    @Parameter(description = "id of who did it")
    @QueryParam("actor")
    private String actor;

    @Parameter(description = "earliest instant, inclusive")
    @QueryParam("from")
    private Instant from;

    @Parameter(description = "latest instant, exclusive")
    @QueryParam("to")
    private Instant to;

    AuditLog.Filter filter() {
        return new AuditLog.Filter(action, subject, actor, from, to);
    }
}
