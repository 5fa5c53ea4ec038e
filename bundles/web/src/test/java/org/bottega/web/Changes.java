package org.bottega.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.validation.constraints.NotNull;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.bottega.api.Problem;
import org.bottega.api.Seller;
import org.bottega.api.spi.InSteps;
import org.bottega.api.spi.LargeBody;
import org.bottega.api.spi.Permission;
import org.bottega.core.testing.TestPlatform;

/** What the test module changes. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class Changes {

    private final TestPlatform platform;
    private final AtomicInteger runs = new AtomicInteger();
    private volatile CountDownLatch entered = new CountDownLatch(0);
    private volatile CountDownLatch gate = new CountDownLatch(0);

    Changes(TestPlatform platform) {
        this.platform = platform;
    }

    /** How often a change was run. */
    int runs() {
        return runs.get();
    }

    /** Makes the next slow call stop until the returned latch is counted down. */
    CountDownLatch hold() {
        entered = new CountDownLatch(1);
        gate = new CountDownLatch(1);
        return gate;
    }

    void awaitEntered() throws InterruptedException {
        if (!entered.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody came");
        }
    }

    @POST
    @Path("books")
    @Permission("shelf:write")
    public Response add(@NotNull Shelf.Book book) {
        change(book.title());
        return Response.created(URI.create("books/" + book.title()))
                .entity(new Shelf.Sent(book.title()))
                .build();
    }

    @POST
    @Path("returned-refusal")
    @Permission("shelf:write")
    public Response refuse(Shelf.Sent sent) {
        change(sent.text());
        return Response.status(409).entity(sent).build();
    }

    @POST
    @Path("thrown-refusal")
    @Permission("shelf:write")
    public Response refuseByThrowing(Shelf.Sent sent) {
        change(sent.text());
        throw Problem.conflict("shelf-full", "no room");
    }

    @POST
    @Path("crash")
    @Permission("shelf:write")
    public Response crash(Shelf.Sent sent) {
        change(sent.text());
        throw new IllegalStateException("secret detail of org.bottega.web.Shelf");
    }

    @POST
    @Path("slow")
    @Permission("shelf:write")
    public Shelf.Sent slow(Shelf.Sent sent) throws InterruptedException {
        change(sent.text());
        entered.countDown();
        if (!gate.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("held too long");
        }
        return sent;
    }

    @POST
    @Path("steps")
    @InSteps
    @Permission("shelf:write")
    public Response steps(@HeaderParam("Idempotency-Key") String key, Shelf.Sent sent) {
        boolean again = platform.sellers().find(key).isPresent();
        if (!again) {
            platform.unitOfWork().run(() -> change(key));
        }
        if (sent.text().equals("crash") && !again) {
            throw new IllegalStateException("between two steps");
        }
        if (sent.text().equals("refuse")) {
            throw Problem.conflict("shelf-full", "no room");
        }
        return Response.status(202)
                .location(URI.create("/api/acme/shelf/steps/" + key))
                .entity(sent)
                .build();
    }

    @POST
    @Path("upload")
    @LargeBody(100_000)
    @Permission("shelf:write")
    public Map<String, Object> upload(InputStream in) throws IOException {
        runs.incrementAndGet();
        return Map.of("bytes", in.readAllBytes().length);
    }

    @POST
    @Path("empty")
    @Permission("shelf:write")
    public Shelf.Sent empty(Shelf.Sent sent) {
        return sent;
    }

    private void change(String id) {
        runs.incrementAndGet();
        platform.sellers()
                .create(new Seller(id, "S", id + "@example.com", null, ZoneId.of("Europe/Rome"), Locale.ENGLISH));
    }
}
