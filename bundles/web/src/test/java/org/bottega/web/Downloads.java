package org.bottega.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import org.bottega.api.Problem;
import org.bottega.api.spi.Download;
import org.bottega.api.spi.Permission;
import org.bottega.core.testing.TestPlatform;

/** What the test module streams. */
@Path("/streams")
public final class Downloads {

    private final TestPlatform platform;
    private final AtomicLong written = new AtomicLong();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch entered = new CountDownLatch(0);

    Downloads(TestPlatform platform) {
        this.platform = platform;
    }

    /** The byte at a place of every content. */
    static byte at(long place) {
        return (byte) (place * 31 + (place >> 8));
    }

    /** Bytes that writers got rid of so far. */
    long written() {
        return written.get();
    }

    /** Makes the next stream stop after its beginning until the returned latch is counted down. */
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

    @GET
    @Path("known/{length}")
    @Produces("*/*")
    @Permission("shelf:read")
    public Download known(@PathParam("length") long length, @QueryParam("name") String name) {
        return new Download("image/png", name, length, "e" + length, this::bytes);
    }

    private void bytes(OutputStream out, long from, long to) throws IOException {
        if (platform.unitOfWork().isOpen() || platform.callers().current().tenant() == null) {
            throw new IllegalStateException("not where a writer may run");
        }
        byte[] chunk = new byte[8192];
        for (long place = from; place < to; place += chunk.length) {
            int length = (int) Math.min(chunk.length, to - place);
            for (int i = 0; i < length; i++) {
                chunk[i] = at(place + i);
            }
            out.write(chunk, 0, length);
            written.addAndGet(length);
        }
    }

    @GET
    @Path("report")
    @Produces("text/csv")
    @Permission("shelf:read")
    public Download report(@QueryParam("lines") int lines) {
        return Download.whole("text/csv", "report.csv", (out, from, to) -> {
            for (int i = 0; i < lines; i++) {
                out.write(("line," + i + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    @GET
    @Path("broken/{after}")
    @Produces("*/*")
    @Permission("shelf:read")
    public Download broken(@PathParam("after") int after, @QueryParam("known") boolean known) {
        return new Download("text/csv", null, known ? 10_000_000 : -1, null, (out, from, to) -> {
            byte[] bytes = new byte[after];
            new java.util.Random(1).nextBytes(bytes);
            out.write(bytes);
            throw new IllegalStateException("secret detail of org.bottega.web.Shelf");
        });
    }

    /** Announces more, or fewer, than it writes. */
    @GET
    @Path("wrong/{announced}/{really}")
    @Produces("*/*")
    @Permission("shelf:read")
    public Download wrong(@PathParam("announced") int announced, @PathParam("really") int really) {
        return new Download(
                "text/plain", null, announced, null, (out, from, to) -> out.write(new byte[really], 0, really));
    }

    @GET
    @Path("gone")
    @Produces("*/*")
    @Permission("shelf:read")
    public Download gone() {
        return new Download("text/csv", "x.csv", 5, "e", (out, from, to) -> {
            throw Problem.notFound("file", "x");
        });
    }

    @GET
    @Path("held")
    @Produces("*/*")
    @Permission("shelf:read")
    public Download held() {
        return Download.whole("application/pdf", null, (out, from, to) -> {
            out.write(1);
            entered.countDown();
            try {
                if (!gate.await(10, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("held too long");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            out.write(2);
        });
    }
}
