package org.bottega.itests.bench.inside;

import java.time.Instant;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.bottega.api.Events;
import org.bottega.api.spi.Permission;

/** Makes work for the platform's own threads, and tells how much of it is done. */
@Path("work")
@Produces(MediaType.APPLICATION_JSON)
public final class WorkResource {

    /** Since the bundle began. @param heard events @param done due rows */
    public record Done(long heard, long done) {}

    private final Events events;
    private final HearTicks listener;
    private final Ticks ticks;

    WorkResource(Events events, HearTicks listener, Ticks ticks) {
        this.events = events;
        this.listener = listener;
        this.ticks = ticks;
    }

    @GET
    @Permission(BenchActivator.READ)
    public Done work() {
        return new Done(listener.heard(), ticks.done());
    }

    /** Publishes so many events in one transaction. */
    @POST
    @Path("events")
    @Permission(BenchActivator.READ)
    public Done publish(@QueryParam("count") int count) {
        for (int i = 0; i < count; i++) {
            events.publish(new Ticked(UUID.randomUUID().toString()));
        }
        return work();
    }

    /** Writes so many rows. @param due milliseconds since 1970 */
    @POST
    @Path("rows")
    @Permission(BenchActivator.READ)
    public Done rows(@QueryParam("count") int count, @QueryParam("due") long due) {
        ticks.insert(count, Instant.ofEpochMilli(due));
        return work();
    }
}
