package org.bottega.itests.bench.inside;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.bottega.api.spi.Permission;

/** A REST operation behind all that stands before any operation, which does nothing itself. */
@Path("empty")
@Produces(MediaType.APPLICATION_JSON)
public final class EmptyResource {

    /** The answer. */
    public record Empty(boolean empty) {}

    @GET
    @Permission(BenchActivator.READ)
    public Empty empty() {
        return new Empty(true);
    }
}
